/** Letters compared without case, accents and apostrophes: the same folding as in Rust (`domain::people::letters`). */

const LETTERS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** Lower case, without accents and apostrophes, other punctuation as single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|['’‘ʻʼ`´]/gu, '')
    .replace(/[øłđðħıßæœþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{Alphabetic}\p{N}?\uFFFD]+/gu, ' ')
    .trim();
}

/** How far a text is from what was typed: smaller is better, `null` if one of its words is missing. */
export function distance(typed: string, text: string): number | null {
  const whole = fold(text);
  let sum = 0;
  for (const word of fold(typed).split(' ')) {
    if (whole.startsWith(word)) sum += 1;
    else if (whole.includes(` ${word}`)) sum += 2;
    else if (whole.includes(word)) sum += 5;
    else return null;
  }
  return sum;
}
