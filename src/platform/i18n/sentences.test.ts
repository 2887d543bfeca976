import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from './sentences.ts'

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['Le maire, M. Morin, ira. Mme Hidalgo aussi.', ['Le maire, M. Morin, ira.', 'Mme Hidalgo aussi.']],
    ['Voir le n° 3. Puis l’art. 5 du code.', ['Voir le n° 3.', 'Puis l’art. 5 du code.']],
    [
      'L’accord vise les écoles d’art. L’Année croisée suit.',
      ['L’accord vise les écoles d’art.', 'L’Année croisée suit.'],
    ],
    ['Proposé par CUF. Il servirait à tous.', ['Proposé par CUF.', 'Il servirait à tous.']],
    ['Le traité de J.-C. Dupont est là. Fin.', ['Le traité de J.-C. Dupont est là.', 'Fin.']],
    [
      'Le festival « Jump Guro ! » accueillera un groupe. Voilà.',
      ['Le festival « Jump Guro ! » accueillera un groupe.', 'Voilà.'],
    ],
    ['Il a dit « Venez. Restez. » Puis il est parti.', ['Il a dit « Venez. Restez. »', 'Puis il est parti.']],
    [
      'Fleurs, sable, etc. Une suite… qui court… Une autre.',
      ['Fleurs, sable, etc.', 'Une suite… qui court…', 'Une autre.'],
    ],
    [
      'Une ville (créée en 2012. Voir plus loin) est jeune. Oui.',
      ['Une ville (créée en 2012. Voir plus loin) est jeune.', 'Oui.'],
    ],
    ['6. 19. 오후 3시에 만났다. 다음은 가을이다.', ['6. 19. 오후 3시에 만났다.', '다음은 가을이다.']],
    ['Ils ont commencé en 2003. 2016 fut faste.', ['Ils ont commencé en 2003.', '2016 fut faste.']],
    [
      '협정을 체결하였습니다. 교류가 이어지고 있습니다.',
      ['협정을 체결하였습니다.', '교류가 이어지고 있습니다.'],
    ],
    [
      '양측은 2012. 9. 18. 각서를 체결하였다. 2016. 6. 개정하였다.',
      ['양측은 2012. 9. 18. 각서를 체결하였다.', '2016. 6. 개정하였다.'],
    ],
    ['Sans point final', ['Sans point final']],
    ['', []],
  ])('splits %j', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  it('loses no character but the spaces between sentences', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'É', '밀', '.', '!', '…', ' ', '«', '»', '(', ')', '1') }),
        (text) => {
          expect(split(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        },
      ),
    )
  })
})
