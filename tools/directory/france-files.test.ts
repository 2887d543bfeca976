import { describe, expect, it } from 'vitest'
import { producedRows, recordFiles } from './directory-files.ts'

const regions = producedRows('fr-regions.tsv')
const departements = producedRows('fr-departements.tsv')
const groupings = producedRows('fr-epci.tsv')
const communes = producedRows('fr-communes.tsv')
const former = producedRows('fr-former.tsv')
const successions = producedRows('successions-fr.tsv')
const all = recordFiles().flatMap(producedRows)
const ofKind = (rows: Record<string, string>[], ...kinds: string[]) =>
  rows.filter(({ kind = '' }) => kinds.includes(kind)).length
const coded = (code: string) =>
  all.filter(({ codes = '' }) => codes.split(';').includes(code)).map(({ slug }) => slug)

describe('the French directory', () => {
  it('has the régions, départements, EPCI and communes of 2026', () => {
    expect(ofKind(regions, 'region', 'collectivite_corse', 'collectivite_unique')).toBe(18)
    expect(ofKind(regions, 'collectivite_outre_mer')).toBe(6)
    expect(departements.filter(({ key = '' }) => key.startsWith('FR:departement:'))).toHaveLength(101)
    expect(groupings).toHaveLength(1255 + 11)
    expect(ofKind(groupings, 'metropole')).toBe(21)
    expect(ofKind(groupings, 'communaute_urbaine')).toBe(14)
    expect(ofKind(communes, 'commune', 'ville_paris')).toBe(34875 + 2 + 48 + 33)
    expect(ofKind(communes, 'arrondissement_municipal')).toBe(20 + 9 + 16)
    expect(ofKind(former, 'region')).toBe(16 + 2)
  })

  it.each([
    ['iso=FR-IDF', 'ile-de-france'],
    ['iso=FR-GES', 'grand-est'],
    ['iso=FR-A', 'alsace'],
    ['iso=FR-6AE', 'collectivite-europeenne-d-alsace'],
    ['iso=FR-NOR', 'normandie'],
    ['iso=FR-ARA', 'auvergne-rhone-alpes'],
    ['siren=217401199', 'evian-les-bains'],
    ['siren=219200409', 'issy-les-moulineaux'],
    ['siren=218708501', 'limoges'],
    ['siren=211300553', 'marseille'],
    ['siren=217500016', 'paris'],
    ['cog=75056', 'paris'],
    ['siren=213702616', 'tours'],
    ['cog=59350', 'lille'],
    ['cog=17300', 'la-rochelle'],
    ['siren=241700434', 'ca-de-la-rochelle'],
    ['cog=44109', 'nantes'],
    ['siren=244400404', 'nantes-metropole'],
    ['siren=200093201', 'metropole-europeenne-de-lille'],
    ['cog=38185', 'grenoble'],
    ['siren=200040715', 'grenoble-alpes-metropole'],
    ['cog=67482', 'strasbourg'],
  ])('calls %s %s', (code, slug) => {
    expect(coded(code)).toEqual([slug])
  })

  it('offers both the former région and the collectivity of today to whoever asks for Alsace', () => {
    const named = all.filter(
      ({ name_fr, aliases = '' }) => name_fr === 'Alsace' || aliases.split('|').includes('fr:short:Alsace'),
    )
    expect(named.map(({ key }) => key).sort()).toEqual(['FR:collectivite:6AE', 'FR:region:42'])
  })

  it('leads from Alsace to Grand Est and from the two councils of the Rhine to their collectivity', () => {
    const heirsOf = (key: string) => successions.filter(({ predecessor }) => predecessor === key)
    expect(heirsOf('FR:region:42')).toMatchObject([
      { successor: 'FR:region:44', on: '2016-01-01', reported_by: 'law' },
    ])
    expect(heirsOf('FR:departement:67')).toMatchObject([
      { successor: 'FR:collectivite:6AE', on: '2021-01-01' },
    ])
  })

  it('has one party Paris, under its région, with its twenty arrondissements beneath', () => {
    const paris = all.filter(({ name_fr, valid_until }) => name_fr === 'Paris' && valid_until === '')
    expect(paris).toMatchObject([{ key: 'FR:commune:75056', kind: 'ville_paris', parent: 'FR:region:11' }])
    expect(communes.filter(({ parent }) => parent === 'FR:commune:75056')).toHaveLength(20)
  })

  it('knows how each grouping is called in speech', () => {
    const named = (alias: string) =>
      groupings.filter(({ aliases = '' }) => aliases.split('|').some((one) => one.endsWith(`:${alias}`)))
    expect(named('Métropole de Nantes')).toMatchObject([{ name_fr: 'Nantes Métropole' }])
    expect(named('Métropole de Grenoble')).toMatchObject([{ name_fr: 'Grenoble-Alpes Métropole' }])
    expect(named('Agglomération de La Rochelle')).toMatchObject([{ name_fr: 'CA de La Rochelle' }])
    expect(named('MEL')).toMatchObject([{ name_fr: 'Métropole européenne de Lille' }])
  })
})

describe('what a French row says', () => {
  it('places every région and département, and 99 communes in 100', () => {
    expect([...regions, ...departements].filter(({ lat }) => lat === '')).toEqual([])
    expect(communes.filter(({ lat }) => lat === '').length / communes.length).toBeLessThan(0.01)
  })

  it('keeps the communes of the mainland and Corsica between its seas and mountains', () => {
    const outside = communes.filter(({ key = '', lat, lon }) => {
      const [north, east] = [Number(lat), Number(lon)]
      const here = !/^FR:commune:9[78]/u.test(key) && lat !== ''
      return here && (north < 41.3 || north > 51.2 || east < -5.3 || east > 9.7)
    })
    expect(outside.map(({ key }) => key)).toEqual([])
  })

  it('adds up to the population of the country', () => {
    const people = regions.reduce(
      (sum, { level, population }) => sum + (level === '1' ? Number(population) : 0),
      0,
    )
    expect(people).toBeGreaterThan(68_000_000)
    expect(people).toBeLessThan(70_000_000)
  })

  it('has Korean names for every level down to the communes of 30,000 people, ours marked as ours', () => {
    const large = communes.filter(
      ({ population, kind }) => Number(population) >= 30_000 && kind !== 'arrondissement_municipal',
    )
    const urban = groupings.filter(({ kind = '' }) =>
      ['metropole', 'metropole_lyon', 'communaute_urbaine'].includes(kind),
    )
    const nameless = [...regions, ...departements, ...urban, ...large].filter(({ name_ko }) => name_ko === '')
    expect(nameless.map(({ key, name_fr }) => `${key} ${name_fr}`)).toEqual([])
    expect(all.find(({ key }) => key === 'FR:commune:74119')).toMatchObject({
      name_ko: '에비앙레뱅',
      machine: '',
    })
    expect(all.find(({ key }) => key === 'FR:commune:44109')).toMatchObject({
      name_ko: '낭트',
      machine: 'ko',
    })
  })
})
