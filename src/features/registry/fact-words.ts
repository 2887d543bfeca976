import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Fact,
  type Json,
  listOf,
  objectsIn,
  readDemonstrationFiles,
  type WrittenEvidence,
} from './read-demonstration.ts'

/** The years of a fact’s dates, and its value if it is a figure: what one of its sentences must contain. */
export function factNumbers(fact: Fact): string[] {
  const { value } = fact
  if ('label' in fact && typeof value === 'string')
    return value.includes('/') ? [] : [value.replace(/\s/g, '')]
  const dates = [fact.when, value, ...listOf(fact.steps).map(({ on }) => on)]
  return dates.flatMap((date) => (typeof date === 'string' ? (date.match(/\b\d{4}\b/g) ?? []) : []))
}

/** Whether a sentence contains a number, a name or a word of the fact that it supports. */
export function speaksOf(sentence: string, evidence: WrittenEvidence): boolean {
  const text = fold(sentence)
  return factNames(evidence).some((name) => text.includes(fold(name)))
}

/** Names, numbers and words by which a sentence may mention a fact; `record` is its record in the file. */
function factNames({ fact, record, label }: WrittenEvidence): string[] {
  const subject = record.subject ?? null
  const slugs = [
    ...slugsIn(fact),
    ...slugsIn(record.parties ?? null),
    ...slugsIn(subject),
    ...partiesOf(subject),
  ]
  return [
    ...factNumbers(fact),
    ...(label ? [label] : []),
    ...slugs.flatMap((slug) => organisationNames.get(slug) ?? []),
    ...(typeof fact.theme === 'string' ? (themeWords[fact.theme] ?? []) : []),
    ...textKeys.flatMap((key) => words(french(fact[key] ?? null))),
  ]
}

const textKeys = [
  'title',
  'text',
  'label',
  'value',
  'seeks',
  'offers',
  'reason',
  'summary',
  'name',
  'reference',
]
const files = readDemonstrationFiles()
const organisationNames = readNames()

function slugsIn(value: Json): string[] {
  const objects = objectsIn(value)
  return objects.flatMap((each) =>
    [each.organisation, each.from, each.ref].filter((slug) => typeof slug === 'string'),
  )
}

function partiesOf(subject: Json): string[] {
  const ref = objectsIn(subject)[0]?.ref
  const owner = files.find(
    ({ content }) => content.slug === ref || listOf(content.agreements).some((each) => each.ref === ref),
  )
  return slugsIn(owner?.content.parties ?? null)
}

/** Long words and names of a French text, cut to their beginnings so that they match inflected forms. */
function words(text: string): string[] {
  return (text.match(/\p{Lu}(?:\p{L}{3,}|\d+)|\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 6))
}

function french(value: Json): string {
  const text = value && typeof value === 'object' && !Array.isArray(value) ? value.fr : value
  return typeof text === 'string' ? text : ''
}

function readNames(): Map<string, string[]> {
  const names = new Map<string, string[]>()
  const directory = join(import.meta.dirname, '../../../data/directory')
  for (const file of [
    'fr-regions',
    'fr-epci',
    'fr-communes',
    'fr-former',
    'kr-first-level',
    'kr-second-level',
    'kr-places',
  ]) {
    const [header = '', ...rows] = readFileSync(join(directory, `${file}.tsv`), 'utf8').split('\n')
    const columns = header.split('\t')
    for (const row of rows) {
      const cells = row.split('\t')
      const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
      names.set(cell('slug'), [cell('name_fr'), cell('short_fr')].flatMap(bareNames))
    }
  }
  for (const each of listOf(
    files.find((file) => file.name === 'organisations.json')?.content.organisations,
  )) {
    const texts = [each.name, each.short, ...listOf(each.aliases).map(({ text }) => text)]
    names.set(
      String(each.slug),
      texts
        .flatMap((text) => [french(text ?? null), ...words(french(text ?? null))])
        .filter((text) => text !== ''),
    )
  }
  return names
}

/** "CA de La Rochelle" appears as "La Rochelle", "Taean-gun" as "Taean". */
function bareNames(name: string): string[] {
  const bare = name
    .replace(/^(?:CA|Province|Métropole européenne) (?:du|de|d’|d') ?/u, '')
    .replace(/-(?:gun|gu|si)$|[ -](?:Alpes )?Métropole$|-les-Bains$/u, '')
  return [name, bare].filter((each) => each !== '')
}

function fold(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replace(/’/g, "'")
  return bare.replace(/[\s\u202f\u00a0]+/g, ' ').toLowerCase()
}

/** Beginnings of the French words by which a sentence names a theme. */
const themeWords: Record<string, string[]> = {
  administrative_practice: ['administrati', 'institution'],
  agriculture_fisheries: ['agricult'],
  arts: ['artist', 'arts'],
  attractiveness: ['attractiv', 'investi', 'promotion'],
  crafts_ceramics: ['ceram'],
  creative_industries: ['creati'],
  culture: ['cultur', 'artisti', 'troupe'],
  digital: ['numeri'],
  digital_government: ['e-government', 'electronique', 'numeri'],
  early_childhood: ['enfance'],
  economy: ['econom', 'export', 'industri'],
  education: ['educat', 'ecoles'],
  employment: ['emploi'],
  energy: ['energ'],
  environment: ['environ', 'ecolog'],
  gastronomy: ['gastronom', 'cuisine'],
  green_growth: ['croissance verte'],
  health: ['sante'],
  heritage: ['musee'],
  higher_education: ['universit', 'etudiant'],
  innovation: ['innov', 'incubation', 'convergen'],
  international_relations: ['cooperation'],
  mobility: ['mobilit', 'transport'],
  parks_and_gardens: ['espaces verts', 'flor', 'fleur'],
  recycling: ['recycl'],
  remembrance_peace: ['paix'],
  research: ['recherche', 'scien'],
  smart_city: ['smart city', 'intelligente', 'connecte'],
  social_cohesion: ['cohesion'],
  startups: ['startup', 'jeunes entreprises'],
  tourism: ['touris'],
  urban_planning: ['urbain', 'urbanisme', 'amenagement', 'durable', 'construction', 'transition'],
  vocational_training: ['formation'],
  youth: ['jeun'],
}
