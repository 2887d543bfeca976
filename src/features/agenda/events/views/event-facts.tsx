import { languageOf } from '../../../../platform/i18n/country-language.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { isCode } from '../../../../platform/input/code.ts'
import type { FindMarks } from '../../../../platform/records/fact-sources.ts'
import { type Fact, FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { countryName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { eventRoles } from '../codes.ts'
import { paths } from '../paths.ts'
import { ResourceLinks } from '../resources/resource-links.tsx'
import type { AgendaEvent, EventOrganisation } from '../row/queries.ts'
import { EventDate } from './event-date.tsx'

interface EventFactsProps {
  network: Network
  event: AgendaEvent
  marks: FindMarks
  isInside: boolean
}

/** When, where, how, with whom, in which frame, on what and in which languages. */
export function EventFacts({ network, event, marks, isInside }: EventFactsProps) {
  const reader = useReader()
  const { t } = reader
  const facts: (Fact | null)[] = [
    {
      term: t('agenda.event.when'),
      detail: (
        <Statement evidence={marks(event.id, 'activity')}>
          <EventDate countries={network.countries} event={event} />
        </Statement>
      ),
    },
    whereFact(reader, network, event),
    event.attendance === null
      ? null
      : {
          term: t('agenda.event.attendance'),
          detail: (
            <>
              {t(`agenda.attendance.${event.attendance}`)}
              {event.conferenceUrl !== null && isInside ? (
                <>
                  {' · '}
                  <a href={event.conferenceUrl} rel="noopener">
                    {t('agenda.event.conference')}
                  </a>
                </>
              ) : null}
            </>
          ),
        },
    ...eventRoles.map((role) => roleFact(reader, network, event, role)),
    roleFact(reader, network, event, null),
    textFact(t('agenda.event.organisers'), event.organisers),
    event.guestCountries.length === 0
      ? null
      : {
          term: t('agenda.event.guestCountries'),
          detail: event.guestCountries.map((code) => countryName(reader, code)).join(', '),
        },
    textFact(t('agenda.event.frame'), event.frame),
    event.themes.length === 0
      ? null
      : {
          term: t('agenda.event.themes'),
          detail: event.themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
        },
    languagesFact(reader, t('agenda.event.languages'), event.languages),
    languagesFact(reader, t('agenda.event.interpretation'), event.interpretation),
    event.link === null
      ? null
      : {
          term: t('agenda.event.link'),
          detail: (
            <a href={event.link} rel="noopener nofollow">
              {hostOf(event.link)}
            </a>
          ),
        },
    event.resources.length === 0
      ? null
      : {
          term: t('agenda.event.resources'),
          detail: <ResourceLinks resources={event.resources} />,
        },
    textFact(t('agenda.event.credit'), event.credit),
  ]
  return <FactList facts={facts.filter((fact) => fact !== null)} />
}

function whereFact(reader: Reader, network: Network, { place, venue }: AgendaEvent): Fact | null {
  const details = [
    ...(Object.keys(venue).length > 0 ? [<Passage key="venue" text={venue} as="span" />] : []),
    ...(place
      ? [
          <a key="place" href={paths.organisation(reader, network.slug, place.slug)}>
            <Name name={place.name} own={languageOf(place.country)} />
          </a>,
        ]
      : []),
  ]
  return details.length === 0 ? null : { term: reader.t('agenda.event.where'), detail: details }
}

// Roles that sources gave before the list was closed stand under “takes part”.
function roleFact(
  reader: Reader,
  network: Network,
  { organisations }: AgendaEvent,
  role: (typeof eventRoles)[number] | null,
): Fact | null {
  const isOf = ({ role: given }: EventOrganisation) =>
    role === null ? !isCode(eventRoles, given) : given === role
  const taking = organisations.filter(isOf)
  if (taking.length === 0) return null
  return {
    term: reader.t(`agenda.role.${role ?? 'participant'}`),
    detail: taking.map(({ slug, name, country }) => (
      <a key={slug} href={paths.organisation(reader, network.slug, slug)}>
        <Name name={name} own={languageOf(country)} />
      </a>
    )),
  }
}

function textFact(term: string, text: LocalizedText): Fact | null {
  if (Object.keys(text).length === 0) return null
  return { term, detail: <Passage text={text} as="span" /> }
}

// Where one goes is said before one goes there.
function hostOf(link: string): string {
  return URL.parse(link)?.host ?? link
}

function languagesFact(reader: Reader, term: string, languages: string[]): Fact | null {
  if (languages.length === 0) return null
  return { term, detail: languages.map((language) => languageInWords(reader, language)).join(', ') }
}
