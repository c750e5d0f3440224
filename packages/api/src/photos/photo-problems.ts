import type { PhotoFault, PhotoStore, RefusedPicture } from "../host.ts";
import { Problem } from "../problem.ts";
import type { SniffedFormat } from "./picture-format.ts";

/** Limits of a photo that is sent. */
export const maxPhotoBytes = 25 * 1024 * 1024;
const maxPhotoMpx = 50;

/** Refuses to go on while the store is closed. */
export function refuseClosed(photos: PhotoStore): void {
  if (!photos.state().open) throw closedStore(photos);
}

/** Why a photo that is known cannot be shown. */
export function unreadablePhoto(photos: PhotoStore, fault: PhotoFault): Problem {
  if (fault === "locked") return closedStore(photos);
  if (fault === "missing") {
    return new Problem("photo.missing", 404, {
      message: "The file of this photo is not in the data folder. Everything else works.",
      action: "Put the file back from a backup of the folder photos, or delete the photo.",
    });
  }
  return new Problem("photo.damaged", 422, {
    message:
      "The file of this photo was changed since it was saved, so it is not shown. Everything else works.",
    action: "Put the file back from a backup of the folder photos, or delete the photo.",
  });
}

function closedStore(photos: PhotoStore): Problem {
  const { reason, action } = photos.state();
  return new Problem("photos.locked", 503, {
    message: reason ?? "This photo was encrypted with another key than the one in the data folder.",
    action: action ?? "Put back the file photo-key that belongs to these photos.",
  });
}

export function unknownPhoto(): Problem {
  return new Problem("photo.unknown", 404, {
    message: "There is no photo of this id.",
    action: "Look at the photos listed at /api/photos.",
  });
}

export function photoTooLarge(bytes: number): Problem {
  return new Problem("photo.too_large", 413, {
    message: `The photo has ${(bytes / 1024 / 1024).toFixed(1)} MiB; the most is ${maxPhotoBytes / 1024 / 1024} MiB.`,
    action: "Save it as JPEG, or take it with fewer pixels, and send that.",
  });
}

/** Why a file of this format cannot be taken, or nothing. */
export function refusedFormat(format: SniffedFormat): Problem | undefined {
  switch (format) {
    case "heic":
      return new Problem("photo.heic", 415, {
        message: "This is a HEIC photo, which this computer cannot decode. Nothing was kept.",
        action:
          "Choose the photo in Safari, which converts it, or set the iPhone to Settings → Camera → Formats → Most Compatible and take it again.",
      });
    case "gif":
    case "animated-png":
      return severalPictures();
    case "unknown":
      return new Problem("photo.format", 415, {
        message: "The file is not a JPEG, PNG, WebP or AVIF photo. Nothing was kept.",
        action: "Choose a photo in one of these formats.",
      });
    default:
      return undefined;
  }
}

/** Why a picture was not taken after a look inside. */
export function refusedPicture({ why }: RefusedPicture): Problem {
  switch (why) {
    case "several-pictures":
      return severalPictures();
    case "too-many-pixels":
      return new Problem("photo.too_many_pixels", 413, {
        message: `The photo has more than ${maxPhotoMpx} megapixels, or a side of more than 12,000 pixels. Nothing was kept.`,
        action: "Take it with fewer pixels, or make it smaller, and send that.",
      });
    case "too-slow":
      return new Problem("photo.decoder_slow", 422, {
        message: "Decoding the photo took too long and was stopped.",
        action: "Try once more; if it stays, save the photo as JPEG and send that.",
      });
    case "stopped":
      return new Problem("photo.decoder_stopped", 422, {
        message: "The program that decodes photos stopped on this one. It was started anew.",
        action: "Try once more; if it stays, save the photo as JPEG and send that.",
      });
    default:
      return new Problem("photo.unreadable", 422, {
        message: "The photo cannot be decoded: it is damaged or cut short. Nothing was kept.",
        action: "Choose the original file again, or take the photo again.",
      });
  }
}

function severalPictures(): Problem {
  return new Problem("photo.animated", 415, {
    message: "The file holds several pictures or moves. Nothing was kept.",
    action: "Choose a single, still photo.",
  });
}
