import type { PixelImage } from "@stipple/trichometry";

/** A picture with its longer side made as small as wanted, and never made larger. */
export async function readPixels(picture: Blob, longerSidePx: number): Promise<PixelImage> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, longerSidePx / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser draws no pictures");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
}
