import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { PhotoRow } from "@stipple/api";
import { expectNothingWrong } from "../accessible.ts";
import { expect, test } from "../app.ts";
import { addPhoto, chooseFile, drawPhoto, photographPrint } from "../pages/measure.ts";

test.describe.configure({ mode: "parallel" });

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const fakeCamera = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...fakeCamera] });
  },
});

test("a photo is added by its file, its day and view are put right, and it is deleted after a warning", async ({
  page,
}) => {
  await page.goto("/measure");
  await expect(page.getByText(/^There are no photos yet/)).toBeVisible();
  await page.getByRole("link", { name: "Crown" }).click();
  await addPhoto(page, await drawPhoto(page), "2026-05-12");
  await expect(page.getByRole("img", { name: "Crown, 12 May 2026" })).toBeVisible();

  await page.getByRole("link", { name: "All views" }).click();
  await expect(page.getByText(/^One photo, the newest of 12 May 2026\. Next:/)).toBeVisible();
  await expect(page.getByText(/^12 May 2026 · 1\sphoto$/)).toBeVisible();

  await page.getByRole("link", { name: "Crown" }).click();
  await page.getByRole("button", { name: /^Correct .* of 12 May 2026$/ }).click();
  await page.getByLabel("Taken on").fill("2026-05-13");
  await page.getByRole("combobox", { name: "View" }).selectOption("Left side");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Saved: Left side, 13 May 2026\./)).toBeVisible();
  await expect(page.getByRole("img", { name: /^Crown, / })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("img", { name: "Crown, 12 May 2026" })).toBeVisible();
  await page.getByRole("button", { name: "Delete the photo of 12 May 2026" }).click();
  await expect(page.getByText(/It cannot be brought back/)).toBeVisible();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByRole("img", { name: "Crown, 12 May 2026" })).toHaveCount(0);
});

test("a photo that is dropped is taken like one that is chosen", async ({ page }) => {
  await page.goto("/measure/view/left");
  await expect(page.getByText("Drop a photo here")).toBeVisible();
  const base64 = (await drawPhoto(page)).toString("base64");
  const dropped = await page.evaluateHandle((text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], "head.jpg", { type: "image/jpeg" }));
    transfer.items.add(new File([bytes], "head-2.jpg", { type: "image/jpeg" }));
    return transfer;
  }, base64);
  await page.getByText("Drop a photo here").dispatchEvent("drop", { dataTransfer: dropped });
  await expect(
    page.getByText(/^One photo at a time: .* The other one was not taken/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Keep this photo" }).click();
  await expect(page.getByRole("img", { name: /^Left side, / })).toBeVisible();
});

test("a file that is no photo is refused in words, and nothing is left behind", async ({
  page,
}) => {
  await page.goto("/measure/view/vertex");
  await chooseFile(page, Buffer.from("%PDF-1.7 not a photo".repeat(20)));
  await expect(page.getByText("This browser cannot show the file.")).toBeVisible();
  await page.getByRole("button", { name: "Keep this photo" }).click();
  const refusal = page.getByRole("alert");
  await expect(refusal).toContainText("The file is not a JPEG, PNG, WebP or AVIF photo.");
  await expect(refusal).toContainText("Choose a photo in one of these formats.");
  await page.getByRole("button", { name: "Give it up" }).click();
  await expect(refusal).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Drop a photo here")).toBeVisible();
  await expect(page.getByText("On their way")).toHaveCount(0);
});

test("a reload in the middle of an upload goes on from where the server is", async ({ page }) => {
  await page.goto("/measure/view/vertex");
  const photo = await drawPhoto(page, { noise: 250, sidePx: 1800 });
  expect(photo.length).toBeGreaterThan(2 * 1024 * 1024);
  const offsets: number[] = [];
  page.on("request", (request) => {
    const offset = /photo-uploads\/.*offset=(\d+)/.exec(request.url())?.[1];
    if (offset !== undefined) offsets.push(Number(offset));
  });
  // The second piece never arrives.
  let isHeld = true;
  await page.route(/offset=1048576/, (route) => (isHeld ? undefined : route.continue()));
  await chooseFile(page, photo);
  await page.getByRole("button", { name: "Keep this photo" }).click();
  await expect(page.getByText(/^Sending, [3-9]\d %$/)).toBeVisible();

  isHeld = false;
  await page.reload();
  await expect(page.getByRole("img", { name: /^Crown, / })).toBeVisible();
  expect(offsets.slice(0, 3)).toEqual([0, 1048576, 1048576]);
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
  await expect(page.getByText("On their way")).toHaveCount(0);
});

test("a server that goes away in the middle is waited for", async ({ app, page }) => {
  await page.goto("/measure/view/vertex");
  const photo = await drawPhoto(page);
  await chooseFile(page, photo);
  await app.kill();
  await page.getByRole("button", { name: "Keep this photo" }).click();
  await expect(page.getByText(/^The server does not answer\. It goes on by itself/)).toBeVisible();
  await app.start();
  await expect(page.getByRole("img", { name: /^Crown, / })).toBeVisible({ timeout: 30_000 });
});

test("the camera takes the first photo, and the second with the first one as its ghost", async ({
  page,
}) => {
  await page.goto("/measure/view/vertex");
  await page.getByRole("button", { name: "Use the camera" }).click();
  await expect(page.getByText(/^There is no earlier photo of this/)).toBeVisible();
  await page.getByRole("button", { name: "Take the photo" }).click();
  await expect(page.getByRole("img", { name: "The photo you are about to keep" })).toBeVisible();
  await page.getByRole("button", { name: "Keep this photo" }).click();
  await expect(page.getByRole("img", { name: /^Crown, / })).toBeVisible();

  await page.getByRole("button", { name: "Use the camera" }).click();
  await expect(page.getByText(/^The ghost is your photo of/)).toBeVisible();
  await expect(page.getByLabel("Strength of the ghost")).toHaveValue("40");
  const ghost = page.locator("video + img");
  await expect(ghost).toHaveCSS("opacity", "0.4");
  // The fake camera's picture is the ghost's but for a dial that turns.
  await expect(page.getByText("Good: hold still")).toBeVisible();
  await expectNothingWrong(page, "the camera with a ghost");
  await page.getByRole("button", { name: /^Take (the photo|it anyway)$/ }).click();
  await page.getByRole("button", { name: "Take it again" }).click();
  await page.getByRole("button", { name: /^Take (the photo|it anyway)$/ }).click();
  await page.getByRole("button", { name: "Keep this photo" }).click();
  await expect(page.getByRole("button", { name: /^Delete the photo of/ })).toHaveCount(2);
});

test("a photo is looked at before it is kept, and what to change is said", async ({ page }) => {
  await page.goto("/measure/view/vertex");
  await chooseFile(page, await drawPhoto(page));
  await expect(page.getByText("Sharp enough, and well lit.")).toBeVisible();
  await page.getByRole("button", { name: "Choose another" }).click();
  await chooseFile(page, await drawPhoto(page, { sidePx: 300 }));
  await expect(page.getByText("Better take it again. You can keep it all the same.")).toBeVisible();
  await expect(page.getByText(/^The photo is too small to measure on\./)).toBeVisible();
  await expectNothingWrong(page, "a photo that is too small");
  await expect(page.getByRole("button", { name: "Keep this photo" })).toBeEnabled();
});

test("a camera that cannot be used is said in words, and a file does as well", async ({ page }) => {
  for (const [name, title] of [
    ["NotFoundError", "No camera found"],
    ["NotReadableError", "The camera is in use"],
    ["NotAllowedError", "The camera is not allowed"],
  ] as const) {
    await page.addInitScript((error) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", error));
    }, name);
    await page.goto("/measure/view/vertex");
    await page.getByRole("button", { name: "Use the camera" }).click();
    await expect(page.getByRole("alert"), name).toContainText(title);
    await chooseFile(page, await drawPhoto(page));
    await expect(page.getByRole("button", { name: "Keep this photo" }), name).toBeEnabled();
  }
  await page.reload();
  await page.getByRole("button", { name: "Use the camera" }).click();
  await expectNothingWrong(page, "no camera");
  await chooseFile(page, await drawPhoto(page));
  await page.getByRole("button", { name: "Keep this photo" }).click();
  await expect(page.getByRole("img", { name: /^Crown, / })).toBeVisible();
});

test("two dates are laid over each other, and the line between them moves by key", async ({
  page,
}) => {
  test.slow();
  await page.goto("/measure/view/vertex");
  await addPhoto(page, await drawPhoto(page), "2026-05-12");
  await addPhoto(page, await drawPhoto(page, { turnDeg: 3, shiftPx: 20 }), "2026-06-14");
  await expect(page.getByText("The photos lie over each other.")).toBeVisible({ timeout: 60_000 });

  const line = page.getByRole("slider", { name: "Where before ends and after begins" });
  await line.focus();
  await page.keyboard.press("ArrowRight");
  await expect(line).toHaveAttribute("aria-valuetext", "51 % before, 49 % after");
  const pair = page.getByRole("img", { name: "Before, 12 May 2026; After, 14 June 2026" });
  await page.keyboard.press("Home");
  const after = await pair.screenshot();
  await page.keyboard.press("End");
  const before = await pair.screenshot();
  expect(await difference(page, before, after)).toBeLessThan(12);

  await page.getByText("Blink", { exact: true }).click();
  await expect(page.getByText("Shown: Before, 12 May 2026")).toBeVisible();
  await page.getByRole("button", { name: "Show the other" }).click();
  await expect(page.getByText("Shown: After, 14 June 2026")).toBeVisible();
  await page.getByRole("button", { name: "Blink", exact: true }).click();
  await expect(page.getByText("Shown: Before, 12 May 2026")).toBeVisible();
  await page.getByRole("button", { name: "Hold" }).click();
  await expectNothingWrong(page, "two dates");
});

test("photos of different heads stand side by side, the page says so, and landmarks are set on both", async ({
  app,
  page,
}) => {
  test.slow();
  await page.goto("/measure/view/vertex");
  await addPhoto(page, await drawPhoto(page), "2026-05-12");
  await addPhoto(page, await drawPhoto(page, { seed: 99 }), "2026-06-14");
  await expect(page.getByText("Not aligned")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("figure")).toHaveCount(2);

  // As a last resort the person says where the same places are.
  await page.getByRole("button", { name: "Set landmarks on both" }).click();
  const [before, after] = [/^Before, /, /^After, /].map((name) =>
    page.getByRole("group", { name }),
  );
  await before?.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^1 of 6: front end of the part\. Set it in: After, /)).toBeVisible();
  await expect(after ?? page.locator("none")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^2 of 6: back end of the part\. Set it in: Before, /)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^1 of 6: .* Set it in: After, /)).toBeVisible();
  await expectNothingWrong(page, "landmarks");
  await after?.click({ position: { x: 40, y: 40 } });
  await page.getByRole("button", { name: "Not seen, skip it" }).click();
  for (const position of [40, 90, 140]) {
    await before?.click({ position: { x: position, y: 200 - position } });
    await after?.click({ position: { x: position, y: 200 - position } });
  }
  await page.getByRole("button", { name: "Lay them over each other" }).click();
  await expect(page.getByText("Laying the photos over each other …")).toBeVisible();
  await expect
    .poll(async () => {
      const { photos } = await (await fetch(`${app.url}/api/photos`)).json();
      return photos.map((photo: PhotoRow) => photo.details.landmarksPx?.length);
    })
    .toEqual([4, 4]);
});

test("a photo file that was changed on the disk is shown as damaged, and can be deleted", async ({
  app,
  page,
}) => {
  await page.goto("/measure/view/vertex");
  await addPhoto(page, await drawPhoto(page), "2026-05-12");
  await app.end();
  const folder = join(app.folder, "photos");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  }
  await app.start();
  await page.reload();
  await expect(page.getByText(/^Damaged: the file was changed/)).toBeVisible();
  await expectNothingWrong(page, "a damaged photo");
  await page.getByRole("button", { name: "Delete the photo of 12 May 2026" }).click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText(/^Damaged/)).toHaveCount(0);
});

test("the card prints at A6 with nothing else on the page, and a photo of the print is checked", async ({
  page,
}) => {
  await page.goto("/measure/card");
  await expect(page.getByText("Not within 24 hours of rolling.")).toBeVisible();
  const card = page.getByRole("img", { name: /^The page to print/ });
  await expect(card).toBeVisible();
  await page.emulateMedia({ media: "print" });
  const box = await card.boundingBox();
  const pxPerMm = 96 / 25.4;
  expect(box?.x).toBeCloseTo(0, 0);
  expect(box?.y).toBeCloseTo(0, 0);
  expect(box?.width).toBeCloseTo(105 * pxPerMm, 0);
  expect(box?.height).toBeCloseTo(148 * pxPerMm, 0);
  await expect(page.getByRole("heading", { name: "Window card" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await chooseFile(page, await photographPrint(page, 1), "page.jpg");
  await expect(page.getByText(/^The scale is right: printed at (100|99\.9|100\.1)/)).toBeVisible();
  await chooseFile(page, await photographPrint(page, 0.97), "page.jpg");
  await expect(page.getByText(/^Printed at 9[67]\.\d % /)).toBeVisible();
  await expect(page.getByText(/a count would be about 6 % too low per cm²/)).toBeVisible();
  await expectNothingWrong(page, "the card and its check");
});

test("Measure is accessible, empty, filled and while a photo is looked at", async ({ page }) => {
  test.slow();
  await page.goto("/measure");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNothingWrong(page, "empty");
  await page.getByRole("button", { name: "New close-up" }).click();
  await page.getByLabel("Name of the place").fill("crown, two fingers behind the whorl");
  await chooseFile(page, await drawPhoto(page));
  await expectNothingWrong(page, "a new close-up");
  await page.getByRole("button", { name: "Keep this photo" }).click();
  await expect(page.getByRole("link", { name: "Count the hairs", exact: true })).toBeVisible();
  await expectNothingWrong(page, "filled");
  await page.goto("/measure/view/vertex");
  await expect(page.getByText("Drop a photo here")).toBeVisible();
  await expectNothingWrong(page, "a view without photos");
  await page.goto("/measure/view/nowhere");
  await expect(page.getByText("There is no such view")).toBeVisible();
});

/** Mean difference of two pictures of the same size, in grey levels. */
async function difference(page: Page, a: Buffer, b: Buffer) {
  return page.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
        }),
      );
      let sum = 0;
      const length = first?.length ?? 0;
      for (let at = 0; at < length; at++) sum += Math.abs((first?.[at] ?? 0) - (second?.[at] ?? 0));
      return (sum / length) * (4 / 3);
    },
    [a.toString("base64"), b.toString("base64")],
  );
}
