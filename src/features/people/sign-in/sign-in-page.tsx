import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../platform/input/form.ts'
import type { OidcProvider } from '../../../platform/settings/oidc-providers.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { paths } from '../paths.ts'
import { freshMinutes } from '../sessions/lifetime.ts'

interface SignInPageProps {
  next: string | null
  providers: readonly Pick<OidcProvider, 'id' | 'label'>[]
  form: FormState
  /** Minutes until the next link may be requested, after too many requests. */
  wait?: number | undefined
  /** The person is signed in and must sign in again. */
  isAgain?: boolean
}

/** Asks for an address, to which a link is sent: there are no passwords. */
export function SignInPage(props: SignInPageProps) {
  const reader = useReader()
  const { next, providers, form, wait, isAgain = false } = props
  const { t } = reader
  return (
    <>
      <ErrorList form={form} />
      {isAgain ? (
        <PageHeading lead={t('people.again.lead', { minutes: freshMinutes })}>
          {t('people.again.title')}
        </PageHeading>
      ) : (
        <PageHeading lead={t('people.signIn.lead')}>{t('people.signIn.title')}</PageHeading>
      )}
      {wait === undefined ? null : (
        <Notice kind="warning" live>
          <p>{t('people.signIn.wait', { minutes: wait })}</p>
        </Notice>
      )}
      <LinkForm next={next} form={form} />
      <form
        method="post"
        action={paths.signInByPasskey(reader.interfaceLanguage)}
        data-passkey="use"
        data-ask={paths.signInChallenge(reader.interfaceLanguage)}
        data-failed={t('people.passkeys.useFailed')}
        hidden
      >
        {next === null ? null : <input type="hidden" name="next" value={next} />}
        <p class="form-end">
          <button class="button" type="submit">
            {t('people.passkeys.use')}
          </button>
        </p>
        <p class="field-error" role="alert" />
      </form>
      <ProviderLinks providers={providers} next={next} />
      {isAgain ? null : <p class="form-note">{t('people.signIn.noAccount')}</p>}
    </>
  )
}

interface LinkFormProps {
  next: string | null
  form?: FormState
}

export function LinkForm({ next, form }: LinkFormProps) {
  const { t, interfaceLanguage } = useReader()
  return (
    <Form action={paths.signIn(interfaceLanguage)} form={form} submit={t('people.signIn.send')}>
      {next === null ? null : <input type="hidden" name="next" value={next} />}
      <Field
        name="address"
        type="email"
        autocomplete="username webauthn"
        label={t('people.signIn.address')}
        hint={t('people.signIn.addressHint')}
        required
      />
    </Form>
  )
}

interface ProviderLinksProps {
  providers: readonly Pick<OidcProvider, 'id' | 'label'>[]
  next: string | null
}

/** The other ways to sign in: links, since under our policy a form may not lead to another site. */
function ProviderLinks({ providers, next }: ProviderLinksProps) {
  const reader = useReader()
  if (providers.length === 0) return null
  const { t, interfaceLanguage } = reader
  return (
    <section aria-labelledby="providers">
      <h2 id="providers">{t('people.signIn.otherwise')}</h2>
      <p class="form-end">
        {providers.map(({ id, label }) => (
          <a key={id} class="button" href={paths.signInWith(interfaceLanguage, id, next)} rel="nofollow">
            {chooseName(label, interfaceLanguage).text}
          </a>
        ))}
      </p>
    </section>
  )
}
