import { type Reader, withParameters } from '../../platform/i18n/reader.ts'

/** The way to sign in and back to this page, or the name of who is signed in, which leads to the account. */
export function AccountLink({ reader, path }: { reader: Reader; path: string | null }) {
  const { person, interfaceLanguage, t } = reader
  if (!person) {
    const next = path === null || path.endsWith('/sign-in') ? undefined : path
    return (
      <a href={withParameters(`/${interfaceLanguage}/sign-in`, { next })} rel="nofollow">
        {t('ui.account.signIn')}
      </a>
    )
  }
  return (
    <a href={`/${interfaceLanguage}/account`}>
      <span class="visually-hidden">{t('ui.account.yours')} </span>
      {person.name}
    </a>
  )
}
