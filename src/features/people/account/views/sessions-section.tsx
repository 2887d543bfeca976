import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { dayInWords } from '../../day-in-words.ts'
import { paths } from '../../paths.ts'
import type { ListedSession } from '../../sessions/queries.ts'
import { browserWords } from '../browser-words.ts'

interface SessionsSectionProps {
  sessions: ListedSession[]
  /** The session in which the page is read. */
  sessionId: string
}

/** Where one is signed in, and how to end that. */
export function SessionsSection({ sessions, sessionId }: SessionsSectionProps) {
  const { t, interfaceLanguage } = useReader()
  return (
    <Section id="sessions" title={t('people.sessions.title')} aside={String(sessions.length)}>
      <ul class="own-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionEntry session={session} isThis={session.id === sessionId} />
          </li>
        ))}
      </ul>
      {sessions.length < 2 ? null : (
        <form method="post" action={paths.otherSessionsEnd(interfaceLanguage)}>
          <button class="button" type="submit">
            {t('people.sessions.endOthers')}
          </button>
        </form>
      )}
    </Section>
  )
}

interface SessionEntryProps {
  session: ListedSession
  isThis: boolean
}

function SessionEntry({ session, isThis }: SessionEntryProps) {
  const { t, interfaceLanguage } = useReader()
  const day = (instant: Date) => dayInWords(instant, interfaceLanguage)
  const browser = browserWords(t, session.userAgent)
  return (
    <>
      <p>
        <strong>{browser}</strong>
        {isThis ? <span class="tag">{t('people.sessions.this')}</span> : null}
        <span class="cell-note">
          {t('people.sessions.dates', { begun: day(session.begunAt), used: day(session.usedAt) })}{' '}
          {t(methods[session.method] ?? 'people.sessions.byProvider')}
        </span>
      </p>
      {isThis ? null : (
        <form method="post" action={paths.sessionEnd(interfaceLanguage, session.id)}>
          <button class="button" type="submit">
            {t('people.sessions.end')}
            <span class="visually-hidden"> ({browser})</span>
          </button>
        </form>
      )}
    </>
  )
}

const methods: Readonly<Record<string, PlainMessageKey>> = {
  link: 'people.sessions.byLink',
  invitation: 'people.sessions.byInvitation',
  passkey: 'people.sessions.byPasskey',
}
