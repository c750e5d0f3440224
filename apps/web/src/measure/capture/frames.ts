/** Longer side of the frames that are compared with the ghost. */
const frameSizePx = 160;

/** The picture that the camera shows, as a JPEG at the camera's full size. */
export async function takeFrame(video: HTMLVideoElement): Promise<Blob> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  contextOf(canvas).drawImage(video, 0, 0);
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 });
}

/** The camera's picture, small. */
export function smallFrame(video: HTMLVideoElement): ImageData {
  const { videoWidth: width, videoHeight: height } = video;
  return drawSmall(video, { width, height }, width / height);
}

/** The ghost as it lies over the camera's picture: as large as covers it, its middle on the middle. */
export function smallGhost(ghost: HTMLImageElement, aspect: number): ImageData {
  return drawSmall(ghost, { width: ghost.naturalWidth, height: ghost.naturalHeight }, aspect);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function drawSmall(source: CanvasImageSource, { width, height }: Size, aspect: number): ImageData {
  const to = {
    width: Math.round(aspect >= 1 ? frameSizePx : frameSizePx * aspect),
    height: Math.round(aspect >= 1 ? frameSizePx / aspect : frameSizePx),
  };
  const scale = Math.max(to.width / width, to.height / height);
  const context = contextOf(new OffscreenCanvas(to.width, to.height));
  context.imageSmoothingQuality = "high";
  context.drawImage(
    source,
    (to.width - width * scale) / 2,
    (to.height - height * scale) / 2,
    width * scale,
    height * scale,
  );
  return context.getImageData(0, 0, to.width, to.height);
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser draws no pictures");
  return context;
}
