import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../paths.ts'
import type { CalendarPageProps } from './calendar-page.tsx'
import { entryDateWords, entryTitle } from './entry-words.ts'

type ResultPartProps = Pick<CalendarPageProps, 'network' | 'calendar' | 'counts' | 'applied'> & {
  isWorking: boolean
}

/** What came of a calendar, and the way back. */
export function ResultPart({ network, calendar, counts, applied, isWorking }: ResultPartProps) {
  const reader = useReader()
  const { t } = reader
  const isImport = calendar.kind !== 'subscription'
  const button = (part: string, label: string) => (
    <form method="post" action={paths.part(reader, network.slug, calendar.id, part)}>
      <p class="actions">
        <button type="submit" class="button">
          {label}
        </button>
      </p>
    </form>
  )
  if (counts.applied === 0)
    return isImport && !isWorking ? button('removal', t('imports.calendar.forget')) : null
  return (
    <Section id="result" title={t('imports.calendar.result')}>
      <p>{t('imports.calendar.done', { count: counts.applied })}</p>
      <ul>
        {applied.map(({ position, document, slug }) => {
          const { text, lang } = entryTitle(reader, document)
          return (
            <li key={position}>
              {slug === null ? (
                <span lang={lang}>{text}</span>
              ) : (
                <a href={paths.event(reader, network.slug, slug)} lang={lang}>
                  {text}
                </a>
              )}{' '}
              – {entryDateWords(reader, network.countries, document)}
            </li>
          )
        })}
      </ul>
      {isImport && !isWorking ? (
        <>
          <p>{t('imports.calendar.returnLead')}</p>
          {button('return', t('imports.calendar.return'))}
        </>
      ) : null}
    </Section>
  )
}
