/** The faces of the first frame: text that waits for its face is not drawn at all. */

const FACES = ['Source Serif 4', 'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible Mono'];
const PATIENCE = 1_000;

/** Waits until the faces are there; not for ever. */
export async function loadFaces(): Promise<void> {
  const faces = FACES.flatMap((face) => [`400 1em "${face}"`, `600 1em "${face}"`]);
  const loaded = Promise.all(faces.map((face) => document.fonts.load(face)));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([loaded, late]).catch(() => undefined);
}
