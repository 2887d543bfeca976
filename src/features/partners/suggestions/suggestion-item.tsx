import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../platform/i18n/reader.ts'
import { useReader } from '../../../ui/reader.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { kindName, ownLanguageOf } from '../../directory/index.ts'
import type { NamedThings } from './named.queries.ts'
import { cautionWords, type GroundLink, reasonWords } from './reason-words.ts'
import type { Suggestion } from './suggest.ts'

interface SuggestionItemProps {
  network: string
  named: NamedThings
  ownId: string
  suggestion: Suggestion
  /** Of its heading: under the h1 of a page, in a section, or in a part of one. */
  level?: 2 | 3 | 4
}

/** One authority that is suggested: what it is, why, what to bear in mind and what would make it surer. */
export function SuggestionItem({ network, named, ownId, suggestion, level = 3 }: SuggestionItemProps) {
  const reader = useReader()
  const { t } = reader
  const organisation = named.organisations.get(suggestion.id)
  if (!organisation) return null
  const { reasons, cautions, raises } = suggestion.explanation
  const Heading = `h${level}` as const
  const Part = ({ 2: 'h3', 3: 'h4', 4: 'h5' } as const)[level]
  const speaking = { reader, network, named, ownId, otherId: suggestion.id }
  return (
    <li class="suggestion">
      <Heading class="suggestion-name">
        <a href={addressFor(reader, `/${network}/organisations/${organisation.slug}`)}>
          <Name
            name={{ ...organisation.name, ...organisation.shortName }}
            own={ownLanguageOf(organisation.country)}
          />
        </a>
      </Heading>
      <p class="suggestion-facts">
        {kindName(reader, organisation.kind)}
        {organisation.parent === null ? null : ` · ${chooseName(organisation.parent, reader.language).text}`}
        {organisation.population === null
          ? null
          : ` · ${t('directory.population.inhabitants', {
              count: organisation.population,
              year: `${organisation.populationYear ?? '?'}`,
            })}`}
      </p>
      <ul class="suggestion-reasons">
        {reasons.map((reason, index) => {
          const { sentence, grounds } = reasonWords(speaking, reason)
          return (
            <li key={index}>
              {sentence} <Grounds grounds={grounds} />
            </li>
          )
        })}
      </ul>
      {cautions.some(({ says }) => says !== 'alreadyTied') ? (
        <>
          <Part class="suggestion-part">{t('partners.suggestion.cautions')}</Part>
          <ul class="suggestion-cautions">
            {cautions
              .filter(({ says }) => says !== 'alreadyTied')
              .map((caution, index) => (
                <li key={index}>{cautionWords({ reader }, caution)}</li>
              ))}
          </ul>
        </>
      ) : null}
      {raises.length > 0 && !suggestion.isTied ? (
        <details class="suggestion-raises">
          <summary>{t('partners.suggestion.raises')}</summary>
          <ul>
            {raises.map((raise) => (
              <li key={raise}>{t(`partners.suggestion.raise.${raise}`)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  )
}

function Grounds({ grounds }: { grounds: readonly GroundLink[] }) {
  if (grounds.length === 0) return null
  return (
    <span class="suggestion-grounds">
      {grounds.map(({ label, href }, index) => (
        <>
          {index > 0 ? ' · ' : ''}
          {href === null ? label : <a href={href}>{label}</a>}
        </>
      ))}
    </span>
  )
}
