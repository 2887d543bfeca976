import { withParameters } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'

/** Link to sign in and return to this page, or the name of the signed-in person, which links to the account. */
export function AccountLink({ path }: { path: string | null }) {
  const { person, interfaceLanguage, t } = useReader()
  if (!person) {
    const next = path === null || path.endsWith('/sign-in') ? undefined : path
    return (
      <a href={withParameters(`/${interfaceLanguage}/sign-in`, { next })} rel="nofollow">
        {t('ui.account.signIn')}
      </a>
    )
  }
  return (
    <>
      {person.waiting ? (
        <a class="waiting" href={person.waiting.path}>
          {person.waiting.count === 0
            ? t('ui.account.toDo')
            : t('ui.account.waiting', { count: person.waiting.count, more: person.waiting.more })}
        </a>
      ) : null}
      <a href={`/${interfaceLanguage}/account`}>
        <span class="visually-hidden">{t('ui.account.yours')} </span>
        {person.name}
      </a>
    </>
  )
}
