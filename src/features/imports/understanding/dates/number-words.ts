const numbers: Readonly<Record<string, number>> = {
  ...{ un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10 },
  ...{ onze: 11, douze: 12, quinze: 15, vingt: 20, trente: 30, quarante: 40, cinquante: 50 },
  ...{ one: 1, a: 1, two: 2, three: 3, four: 4, five: 5, seven: 7, eight: 8, nine: 9, ten: 10, twenty: 20 },
  ...{ 한: 1, 두: 2, 세: 3, 네: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 열: 10 },
}

/** A pattern of small numbers in letters (French, English), without group. */
export const latinNumbers = Object.keys(numbers)
  .filter((word) => /^[a-z]/.test(word))
  .toSorted((a, b) => b.length - a.length)
  .join('|')

/** The number of a word or of digits; NaN for anything else. */
export function numberOf(said: string | undefined): number {
  return numbers[said ?? ''] ?? Number(said)
}
