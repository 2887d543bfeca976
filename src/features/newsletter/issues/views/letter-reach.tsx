import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { withParameters, writtenLanguages } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { paths as readerPaths } from '../../subscribers/paths.ts'
import { type Gap, gapsIn, hasNoText } from '../gaps.ts'
import type { Issue } from '../issue.ts'
import { paths } from '../paths.ts'

/** Who would get the letter of a network. */
export interface LetterReaders {
  byLanguage: ReadonlyMap<string, number>
  /** Members who are no readers yet, and have not left the letter. */
  members: number
  /** Whether a rule of the network makes them readers within the hour. */
  hasRule: boolean
}

interface LetterReachProps {
  network: string
  issue: Issue
  /** Null for people who do not look after the readers: they see what each language lacks alone. */
  readers: LetterReaders | null
}

/** Whom a letter reaches: how many readers it has, by language, and what they would get in another one or unreviewed. */
export function LetterReach({ network, issue, readers }: LetterReachProps) {
  const reader = useReader()
  const { t } = reader
  const languages = [...new Set([...writtenLanguages(reader), ...(readers?.byLanguage.keys() ?? [])])]
  return (
    <Section id="languages" title={t(readers ? 'newsletter.issues.reach' : 'newsletter.issues.gaps.title')}>
      {readers ? <Readers network={network} readers={readers} /> : null}
      {languages.map((language) => {
        const gaps = gapsIn(issue, language)
        const name = capitalized(languageInWords(reader, language), reader.interfaceLanguage)
        const count =
          readers && t('newsletter.issues.readers', { count: readers.byLanguage.get(language) ?? 0 })
        const who = [name, count].filter(Boolean).join(' – ')
        if (gaps.length === 0)
          return (
            <p key={language}>
              {who} – {t('newsletter.issues.gaps.none')}
            </p>
          )
        return (
          <details key={language} class="more">
            <summary>
              {who} –{' '}
              {hasNoText(issue, language)
                ? t('newsletter.issues.gaps.noText')
                : t('newsletter.issues.gaps.count', { count: gaps.length })}
            </summary>
            <ul>
              {gaps.map((gap) => (
                <li key={`${gap.mended.join('/')} ${JSON.stringify(gap.text)}`}>
                  <GapLink network={network} gap={gap} />{' '}
                  <span class="tag">{t(`newsletter.issues.gaps.${gap.state}`)}</span>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </Section>
  )
}

/** The number of readers, and how members become readers: by a rule of the network, which its coordinators have to name. */
function Readers({ network, readers }: { network: string; readers: LetterReaders }) {
  const reader = useReader()
  const { t } = reader
  const { byLanguage, members, hasRule } = readers
  const total = [...byLanguage.values()].reduce((all, count) => all + count, 0)
  return (
    <p class="letter-readers">
      <a href={readerPaths.list(reader, network)}>
        <strong>{t('newsletter.issues.readers', { count: total })}</strong>
      </a>{' '}
      {members > 0 && hasRule ? t('newsletter.issues.membersFollow', { count: members }) : null}
      {members > 0 && !hasRule ? (
        <a class="button" href={withParameters(readerPaths.members(reader, network), { members: 'yes' })}>
          {t('newsletter.issues.addMembers', { count: members })}
        </a>
      ) : null}
      {members === 0 && total === 0 ? (
        <a class="button" href={readerPaths.add(reader, network)}>
          {t('newsletter.issues.addReaders')}
        </a>
      ) : null}
    </p>
  )
}

function GapLink({ network, gap }: { network: string; gap: Gap }) {
  const reader = useReader()
  const chosen = chooseText(gap.text, reader.language)
  if (!chosen) return null
  const text = chosen.text.length > 90 ? `${chosen.text.slice(0, 89)}…` : chosen.text
  return (
    <a href={paths.draft(reader, network, ...gap.mended)} {...languageAttributes(reader, chosen.language)}>
      {text}
    </a>
  )
}
