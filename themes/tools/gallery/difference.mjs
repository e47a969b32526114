/** The share of the pixels that differ, from 0 to 1: of the smallest rectangle that both pictures fit into. */
export function difference(one, other) {
  const width = Math.max(one.width, other.width);
  const height = Math.max(one.height, other.height);
  return (width * height - equalPixels(one, other)) / (width * height);
}

function equalPixels(one, other) {
  const width = Math.min(one.width, other.width);
  const height = Math.min(one.height, other.height);
  let equal = 0;
  for (let y = 0; y < height; y++) {
    equal += isSameRow(one, other, y) ? width : equalPixelsOfRow(one, other, y, width);
  }
  return equal;
}

/** Most rows are the same, which needs no look at each pixel. */
function isSameRow(one, other, y) {
  return one.width === other.width && one.channels === other.channels && rowOf(one, y).compare(rowOf(other, y)) === 0;
}

function rowOf({ width, channels, pixels }, y) {
  return pixels.subarray(y * width * channels, (y + 1) * width * channels);
}

function equalPixelsOfRow(one, other, y, width) {
  let equal = 0;
  for (let x = 0; x < width; x++) {
    if (isSamePixel(one, (y * one.width + x) * one.channels, other, (y * other.width + x) * other.channels)) {
      equal++;
    }
  }
  return equal;
}

function isSamePixel(one, at, other, there) {
  for (let channel = 0; channel < 3; channel++) {
    if (one.pixels[at + channel] !== other.pixels[there + channel]) {
      return false;
    }
  }
  return opacity(one, at) === opacity(other, there);
}

function opacity({ channels, pixels }, at) {
  return channels === 4 ? pixels[at + 3] : 255;
}
