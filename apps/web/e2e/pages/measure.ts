import { expect, type Page } from "@playwright/test";
import { cardPage, windowCardSvg } from "@stipple/trichometry";

export interface PhotoLook {
  /** Other seeds are other heads. */
  readonly seed?: number;
  readonly turnDeg?: number;
  readonly shiftPx?: number;
  /** Noise makes a JPEG large. */
  readonly noise?: number;
  readonly sidePx?: number;
}

/** A JPEG of a spotted disc, drawn in the page: enough marks to be laid over another photo of the same seed. */
export async function drawPhoto(page: Page, look: PhotoLook = {}): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ seed = 1, turnDeg = 0, shiftPx = 0, noise = 0, sidePx = 900 }) => {
      let state = seed * 2_654_435_761;
      const random = () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32;
      };
      const canvas = new OffscreenCanvas(sidePx, sidePx);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.fillStyle = "#c9a58a";
      context.fillRect(0, 0, sidePx, sidePx);
      context.translate(sidePx / 2 + shiftPx, sidePx / 2 + shiftPx);
      context.rotate((turnDeg * Math.PI) / 180);
      for (let spot = 0; spot < 700; spot++) {
        context.fillStyle = `hsl(${20 + 20 * random()} ${20 + 30 * random()}% ${10 + 45 * random()}%)`;
        context.beginPath();
        const [x, y] = [(random() - 0.5) * sidePx * 1.2, (random() - 0.5) * sidePx * 1.2];
        context.ellipse(x, y, 4 + 14 * random(), 3 + 6 * random(), 3 * random(), 0, 7);
        context.fill();
      }
      if (noise > 0) {
        const image = context.getImageData(0, 0, sidePx, sidePx);
        for (let at = 0; at < image.data.length; at++) {
          if (at % 4 < 3) image.data[at] = (image.data[at] ?? 0) + noise * (random() - 0.5);
        }
        context.putImageData(image, 0, 0);
      }
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 });
      let bytes = "";
      for (const byte of new Uint8Array(await blob.arrayBuffer())) {
        bytes += String.fromCharCode(byte);
      }
      return btoa(bytes);
    },
    look,
  );
  return Buffer.from(base64, "base64");
}

export async function chooseFile(page: Page, buffer: Buffer, name = "head.jpg"): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await choosing).setFiles({ name, mimeType: "image/jpeg", buffer });
}

/** Adds a photo of a day by its file and waits until it stands in the list. */
export async function addPhoto(page: Page, buffer: Buffer, takenOn: string): Promise<void> {
  const photos = page.getByRole("button", { name: /^Delete the photo of/ });
  const before = await photos.count();
  await chooseFile(page, buffer);
  await page.getByLabel("Taken on").fill(takenOn);
  await page.getByRole("button", { name: "Keep this photo" }).click();
  await expect(photos).toHaveCount(before + 1);
}

/** A JPEG of the page as it is printed at `factor`, seen from straight above, with a bank card of true size on its frame. */
export async function photographPrint(page: Page, factor: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ svg, bankCard, corner, widthMm, heightMm, lift, share }) => {
      const pxPerMm = 12;
      const picture = new Image();
      picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      await picture.decode();
      const canvas = new OffscreenCanvas(widthMm * pxPerMm, heightMm * pxPerMm);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.fillStyle = "#f4f4f0";
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(picture, 0, 0, canvas.width * share, canvas.height * share);
      const middle = [corner.xMm + bankCard.widthMm / 2, corner.yMm + bankCard.heightMm / 2];
      const [width, height] = [bankCard.widthMm * lift, bankCard.heightMm * lift];
      const at = (mm: number | undefined) => (mm ?? 0) * share;
      context.fillStyle = "#24405c";
      context.fillRect(
        (at(middle[0]) - width / 2) * pxPerMm,
        (at(middle[1]) - height / 2) * pxPerMm,
        width * pxPerMm,
        height * pxPerMm,
      );
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 });
      let bytes = "";
      for (const byte of new Uint8Array(await blob.arrayBuffer())) {
        bytes += String.fromCharCode(byte);
      }
      return btoa(bytes);
    },
    {
      svg: windowCardSvg(),
      bankCard: cardPage.bankCard,
      corner: cardPage.bankCardCornerMm,
      widthMm: cardPage.widthMm,
      heightMm: cardPage.heightMm,
      // The card's upper side is nearer to the lens than the paper.
      lift: 1 + 0.76 / 280,
      share: factor,
    },
  );
  return Buffer.from(base64, "base64");
}
