import { describeDate, readEdtf } from '../../../platform/dates/index.ts'
import { element, escapeXml } from '../../../platform/documents/xml.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { isAuthorityKind } from '../../directory/index.ts'
import type { CooperationAnswer } from '../records/schema.ts'
import { namedLanguages, nameOf } from './export-words.ts'
import {
  activityStatusOf,
  noSector,
  organisationTypeOf,
  reportingOrganisation,
  sectorOf,
} from './iati-codes.ts'

export interface IatiContext {
  network: { slug: string; name: LocalizedName }
  /** ISO day on which the network is seen. */
  today: string
  /** ISO instant at which the file is made. */
  generatedAt: string
  /** The note beside a date that is only a first trace, by language. */
  firstTrace: LocalizedName
}

/**
 * Cooperations as activities of IATI 2.03, in the order of elements that its schema requires. A view: nothing in it is a claim of aid. A
 * tie without any date is left out, because the standard knows no activity without one.
 */
export async function* writeIati(
  slices: AsyncIterable<CooperationAnswer[]>,
  context: IatiContext,
): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield `<iati-activities version="2.03" generated-datetime="${escapeXml(context.generatedAt)}">\n`
  for await (const records of slices) {
    for (const record of records) {
      const start = startOf(record)
      yield start === null
        ? `<!-- ${escapeXml(record.slug).replaceAll('--', '- -')}: nothing about it has a date -->\n`
        : `${activity(record, start, context)}\n`
    }
  }
  yield '</iati-activities>\n'
}

function activity(record: CooperationAnswer, start: IatiStart, context: IatiContext): string {
  const { network, today } = context
  const summary = Object.keys(record.summary).length > 0 ? record.summary : nameOf(record)
  const hasSigned = record.agreements.some(
    (agreement) => agreement.signed_on !== null || agreement.state === 'signed',
  )
  const attributes = {
    'last-updated-datetime': record.updated_at,
    'xml:lang': 'en',
    'linked-data-uri': record.url,
  }
  return element('iati-activity', attributes, [
    element('iati-identifier', {}, [
      escapeXml(`${reportingOrganisation.ref}-${network.slug}-${record.slug}`),
    ]),
    element(
      'reporting-org',
      { ...reportingOrganisation, 'secondary-reporter': '1' },
      narratives(network.name),
    ),
    element('title', {}, narratives(nameOf(record))),
    element('description', { type: '1' }, narratives(summary)),
    ...record.parties.map((party) => participant(party, '2')),
    ...record.actor_roles.map((actor) => participant({ ...actor, short_name: {} }, '4')),
    element('activity-status', { code: activityStatusOf(record.status, hasSigned) }),
    element(
      'activity-date',
      { 'iso-date': start.isoDate, type: start.isoDate > today ? '1' : '2' },
      dateNarratives(record, start, context),
    ),
    ...countries(record),
    ...record.parties.flatMap(location),
    ...sectors(record),
  ])
}

function narratives(text: Record<string, string>): string[] {
  return Object.entries(text).flatMap(([language, words]) =>
    words === '' ? [] : [element('narrative', { 'xml:lang': language }, [escapeXml(words)])],
  )
}

function participant(
  { name, kind }: Pick<CooperationAnswer['parties'][number], 'name' | 'short_name' | 'kind'>,
  role: string,
): string {
  return element(
    'participating-org',
    { type: organisationTypeOf(kind, isAuthorityKind(kind)), role },
    narratives(name),
  )
}

function dateNarratives(
  record: CooperationAnswer,
  { edtf, basis }: IatiStart,
  { firstTrace }: IatiContext,
): string[] {
  const said = namedLanguages.map((language) => {
    const words = describeDate(edtf, language, basis === 'since' ? record.since_words[language] : null)
    return [language, basis === 'since' ? words : `${words} (${firstTrace[language]})`]
  })
  return narratives(Object.fromEntries(said))
}

function countries({ parties }: CooperationAnswer): string[] {
  const codes = [...new Set(parties.map((party) => party.country))]
  const percentages = shares(codes.length)
  return codes.map((code, index) =>
    element('recipient-country', { code, percentage: percentages[index] ?? null }),
  )
}

function location({ name, location: place }: CooperationAnswer['parties'][number]): string[] {
  if (!place) return []
  const reference = { srsName: 'http://www.opengis.net/def/crs/EPSG/0/4326' }
  const position = element('pos', {}, [`${place.latitude} ${place.longitude}`])
  return [
    element('location', {}, [element('name', {}, narratives(name)), element('point', reference, [position])]),
  ]
}

function sectors({ themes }: CooperationAnswer): string[] {
  const codes = [...new Set(themes.map((theme) => sectorOf[theme]))]
  const given = codes.length === 0 ? [noSector] : codes
  const percentages = shares(given.length)
  return given.map((code, index) =>
    element('sector', { vocabulary: '1', code, percentage: percentages[index] ?? null }),
  )
}

/** The start that the standard requires; `basis` says whether a source gives it or only its first trace is known. */
interface IatiStart {
  isoDate: string
  /** EDTF as in the record. */
  edtf: string
  basis: 'since' | 'firstTrace'
}

/** The beginning of a tie, else its first dated trace or mention; null if nothing about it has a date. */
function startOf(record: CooperationAnswer): IatiStart | null {
  if (record.since !== null) return { isoDate: firstDayOf(record.since), edtf: record.since, basis: 'since' }
  const traces = [
    ...record.agreements.flatMap((agreement) => agreement.steps.map((step) => step.on)),
    ...record.activities.map((activity) => activity.when),
    record.stated?.on ?? null,
  ]
  const dated = traces.flatMap((edtf): IatiStart[] =>
    edtf === null ? [] : [{ isoDate: firstDayOf(edtf), edtf, basis: 'firstTrace' }],
  )
  return dated.sort((a, b) => (a.isoDate < b.isoDate ? -1 : 1))[0] ?? null
}

// A date without a beginning is known only by its end.
function firstDayOf(edtf: string): string {
  const { from, to, openStart } = readEdtf(edtf)
  return openStart ? to : from
}

/** A hundred per cent in equal parts of two decimals at most; the first ones take the remainder. */
export function shares(count: number): string[] {
  const least = Math.floor(10_000 / count)
  const over = 10_000 - least * count
  return Array.from({ length: count }, (_, index) => String((least + (index < over ? 1 : 0)) / 100))
}
