import { EditionLine, ErrataList } from '../../../ui/blocks/edition-line.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Passage } from '../../../ui/text/passage.tsx'
import { LanguageTag } from '../../../ui/text/text-tags.tsx'
import type { Account } from '../accounts/queries.ts'
import type { MeetingPageData } from '../meetings/meeting-page-data.ts'
import { paths } from '../paths.ts'
import { MinutesContents, MinutesText } from '../sections/minutes-text.tsx'

interface MinutesPartProps {
  network: string
  data: MeetingPageData
}

/** The minutes of a meeting: their text with a table of contents, or the source that serves as minutes, and the errata. */
export function MinutesPart({ network, data }: MinutesPartProps) {
  const { t } = useReader()
  const { sections, accounts, meeting, errata } = data
  const source = accounts.find(({ isMinutes }) => isMinutes)
  if (sections.length === 0) return source ? <SourceMinutes network={network} account={source} /> : null
  return (
    <Section
      id="minutes"
      title={t('minutes.text.minutes')}
      aside={meeting.finalNumber ? t('minutes.final.number', { number: meeting.finalNumber }) : undefined}
    >
      {meeting.finalAt ? null : <p class="quiet">{t('minutes.text.notFinal')}</p>}
      <MinutesFiles network={network} slug={meeting.slug} />
      <MinutesContents sections={sections} />
      <MinutesText sections={sections} />
      <ErrataList errata={errata} />
      {meeting.finalAt && meeting.finalSha256 ? (
        <EditionLine frozenAt={meeting.finalAt} digest={meeting.finalSha256} />
      ) : null}
    </Section>
  )
}

/** Links to the minutes as files. */
function MinutesFiles({ network, slug }: { network: string; slug: string }) {
  const reader = useReader()
  const { t } = reader
  return (
    <p class="downloads">
      {t('minutes.file.take')}{' '}
      {(['pdf', 'docx', 'xml'] as const).map((format, index) => (
        <>
          {index > 0 ? ' · ' : null}
          <a href={paths.file(reader, network, slug, format)}>{t(`minutes.file.${format}`)}</a>
        </>
      ))}
    </p>
  )
}

function SourceMinutes({ network, account }: { network: string; account: Account }) {
  const reader = useReader()
  const { t } = reader
  const href = paths.source(reader, network, account.slug)
  return (
    <Section id="minutes" title={t('minutes.text.minutes')}>
      <p>
        <a href={href}>
          <Passage text={account.title} as="span" tags={false} />
        </a>
        <LanguageTag language={account.language} />
      </p>
      {account.outline.length > 0 ? (
        <nav class="minutes-contents" aria-label={t('minutes.text.contents')}>
          <p class="minutes-contents-title">{t('minutes.text.contents')}</p>
          <ol {...languageAttributes(reader, account.language)}>
            {titlesOf(account.outline).map(({ title, level, position }) => (
              <li key={position} class={`minutes-level-${level}`}>
                <a href={`${href}#p${position}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
    </Section>
  )
}

// A title that contains only other titles leads to the first of these.
function titlesOf(outline: Account['outline']): { title: string; level: number; position: number }[] {
  const seen = new Set<string>()
  return outline.flatMap(({ heading, position }) =>
    heading.flatMap((title, index) => {
      const path = heading.slice(0, index + 1).join('\n')
      // The first title is that of the document.
      if (index === 0 || seen.has(path)) return []
      seen.add(path)
      return { title, level: index + 1, position }
    }),
  )
}
