import { describe, expect, test } from 'vitest'
import { writtenOut } from './shortened-names.ts'

describe('what is shortened in the name of a town', () => {
  test.each([
    ['Frankfurt a.M.', 'frankfurt am main'],
    ['Frankfurt a. M.', 'frankfurt am main'],
    ['Frankfurt a. M', 'frankfurt am main'],
    ['Frankfurt/Main', 'frankfurt am main'],
    ['Frankfurt (Oder)', 'frankfurt an der oder'],
    ['Frankfurt a.d. Oder', 'frankfurt an der oder'],
    ['Frankfurt a.d.O.', 'frankfurt an der oder'],
    ['Halle (Saale)', 'halle an der saale'],
    ['Halle a. d. Saale', 'halle an der saale'],
    ['Rothenburg o.d.T.', 'rothenburg ob der tauber'],
    ['Rothenburg o. d. Tauber', 'rothenburg ob der tauber'],
    ['Neustadt a.d. Weinstr.', 'neustadt an der weinstrasse'],
    ['Bad Homburg v.d.H.', 'bad homburg vor der hohe'],
    ['Freiburg i.Br.', 'freiburg im breisgau'],
    ['Ludwigshafen a. Rhein', 'ludwigshafen am rhein'],
    ['Garching b. München', 'garching bei munchen'],
    ['Weiden i.d.OPf.', 'weiden in der oberpfalz'],
    ['Châlons s/ Marne', 'chalons sur marne'],
    ['Villeneuve-s/-Lot', 'villeneuve sur lot'],
    ['VILLENEUVE S/ LOT', 'villeneuve sur lot'],
    ['Neuilly/Seine', 'neuilly sur seine'],
    ['Chalon s. Saône', 'chalon sur saone'],
    ['Clichy s/s Bois', 'clichy sous bois'],
    ['Aix-en-Pce', 'aix en provence'],
    ['N.-D.-de-Gravenchon', 'notre dame de gravenchon'],
    ['Mt-de-Marsan', 'mont de marsan'],
    ['Sta. Cruz de Tenerife', 'santa cruz de tenerife'],
  ])('%s is %s', (name, written) => {
    expect(writtenOut(name)[0]).toBe(written)
  })

  test.each([
    'Limoges',
    'Saint-Denis (Réunion)',
    'Villeneuve-sur-Lot',
    'Gwangju',
    '순천시',
    'Hallett’s Cove',
    'S. Giovanni',
    'Aix-en-P.',
    'Paris 15e',
    'Is-sur-Tille',
    'L’Haÿ-les-Roses',
    '',
  ])('nothing is shortened in %s', (name) => {
    expect(writtenOut(name)).toEqual([])
  })

  test('a stroke between two towns is no name of a river, and may be read as one', () => {
    expect(writtenOut('Biel/Bienne')).toEqual(['biel sur bienne', 'biel am bienne', 'biel an der bienne'])
  })
})
