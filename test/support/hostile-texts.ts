/** A text of our own making that is hard to read: what it is, and its letters for about so many. */
export interface HostileText {
  name: string
  of(length: number): string
}

const repeated = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
const numbered = (piece: (at: number) => string, length: number) => {
  let text = ''
  for (let at = 0; text.length < length; at += 1) text += piece(at)
  return text.slice(0, length)
}
const text = (name: string, of: HostileText['of']): HostileText => ({ name, of })

/** Texts on which a careless expression or a double loop takes minutes: each in one paragraph, or in as many as possible. */
export const hostileTexts: readonly HostileText[] = [
  text(
    'a Korean list of names after a sentence that counts them',
    (length) =>
      `우리 구는 3개 도시와 교류합니다. 이타바시구 ${repeated('가나다라마바', length)} 허시구입니다.`,
  ),
  text(
    'a gap of commas and small words between two towns',
    (length) => `Lyon ${repeated(', le depuis ', length)}x et Incheon ont signé un accord.`,
  ),
  text('one word without an end', (length) => repeated('a', length)),
  text('one Korean word without an end', (length) => repeated('가', length)),
  text('capitals', (length) => repeated('Saint-Étienne-du-Rouvray ', length)),
  text('dates', (length) => numbered((at) => `le ${(at % 27) + 1} mars ${1900 + (at % 120)}, `, length)),
  text('Korean dates', (length) => numbered((at) => `${1950 + (at % 70)}년 ${(at % 12) + 1}월 3일 `, length)),
  text('figures', (length) => repeated('1 ', length)),
  text('opening brackets', (length) => repeated('Lyon (', length)),
  text('towns of two countries', (length) => repeated('Lyon, Incheon, Nantes et Séoul, ', length)),
  text('sentences of ties', (length) =>
    repeated('Lyon et Incheon ont signé un accord de jumelage en 1999. ', length),
  ),
  text('Korean sentences of ties', (length) =>
    repeated('리옹시와 인천시는 1999년 자매결연을 체결하였다. ', length),
  ),
  text('a table', (length) => repeated('| Lyon | Incheon | jumelage | 1999 |\n', length)),
  text('items', (length) => repeated('- Lyon – Incheon : jumelage, 1999\n', length)),
  text('persons', (length) => repeated('M. Jean Dupont, maire de Lyon, ', length)),
  text('spaces', (length) => `Lyon${repeated(' ', length)}Incheon`),
  text('line ends', (length) => `Lyon${repeated('\n', length)}Incheon`),
  text('titles', (length) => repeated('# Lyon – Incheon\n\n', length)),
  text('quotations in quotations', (length) => repeated('> ', length)),
  text('stars', (length) => repeated('**a_', length)),
  text('addresses of the web', (length) => repeated('https://a.example/b?c=d ', length)),
  text('signs of mail addresses', (length) => repeated('a.b-c%', length)),
]
