import type { OidcProvider } from '../../../../platform/settings/oidc-providers.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { type FormError, FormErrors } from '../../../../ui/form/form-errors.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import { ProviderLinks } from '../../providers/views/provider-links.tsx'
import { freshMinutes } from '../../sessions/lifetime.ts'

interface SignInPageProps {
  next: string | null
  providers: readonly Pick<OidcProvider, 'id' | 'label'>[]
  address?: string
  errors?: FormError[]
  /** In how many minutes a link may be asked for again, when too many were. */
  wait?: number
  /** Somebody who is signed in, and is to prove it anew. */
  isAgain?: boolean
}

/** Asks for an address, to which a link is sent: there are no passwords. */
export function SignInPage(props: SignInPageProps) {
  const reader = useReader()
  const { next, providers, address, errors = [], wait, isAgain = false } = props
  const { t } = reader
  return (
    <>
      <FormErrors errors={errors} />
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
      <LinkForm next={next} address={address} error={errors[0]?.message} />
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
  address?: string | undefined
  error?: string | undefined
}

/** The form by which a link is asked for. */
export function LinkForm({ next, address, error }: LinkFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <form class="form" method="post" action={paths.signIn(reader.interfaceLanguage)} novalidate>
      {next === null ? null : <input type="hidden" name="next" value={next} />}
      <Field
        name="address"
        type="email"
        autocomplete="username webauthn"
        label={t('people.signIn.address')}
        hint={t('people.signIn.addressHint')}
        error={error}
        required
        value={address ?? ''}
      />
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('people.signIn.send')}
        </button>
      </p>
    </form>
  )
}
