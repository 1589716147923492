import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';

const SIZES = [16, 32, 48, 128] as const;
const MARKS = new URL('../../utils/mark/', import.meta.url);
const OUT = new URL('../../.wxt/icon/', import.meta.url);

/**
 * Renders the mark to PNG in the sizes the manifest names; 16 px has its own heavier drawing.
 * @returns each size with the path of its picture
 */
export async function renderIcons(): Promise<{ size: number; path: string }[]> {
  await mkdir(OUT, { recursive: true });
  return Promise.all(
    SIZES.map(async (size) => {
      const image = await loadImage(await readFile(new URL(size === 16 ? 'mark-16.svg' : 'mark.svg', MARKS)));
      const canvas = createCanvas(size, size);
      canvas.getContext('2d').drawImage(image, 0, 0, size, size);
      const path = fileURLToPath(new URL(`${size}.png`, OUT));
      await writeFile(path, canvas.toBuffer('image/png'));
      return { size, path };
    }),
  );
}
