/** A decoded photo: four bytes a pixel (red, green, blue, opacity), row by row from the upper left corner. */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray | Uint8Array;
}
