import type { Reader } from '../../../../platform/i18n/reader.ts'
import { paths } from '../../paths.ts'
import { freshMinutes } from '../../sessions/lifetime.ts'
import type { GuardedSection } from '../call.ts'

/** In place of a form that changes who gets in, for who signed in a while ago: why not now, and the way there and back. */
export function ProofFirst({ reader, section }: { reader: Reader; section: GuardedSection }) {
  const { t, interfaceLanguage } = reader
  const next = `${paths.account(interfaceLanguage)}#${section}`
  return (
    <>
      <p>{t('people.again.why', { minutes: freshMinutes })}</p>
      <p class="form-end">
        <a class="button" href={paths.signInAgain(interfaceLanguage, next)}>
          {t('people.again.go')}
          <span class="visually-hidden"> ({t(names[section])})</span>
        </a>
      </p>
    </>
  )
}

const names = {
  address: 'people.account.address',
  passkeys: 'people.passkeys.title',
  tokens: 'people.tokens.title',
} as const
