import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { ProofFirst } from '../account/proof-first.tsx'
import { dayInWords } from '../day-in-words.ts'
import { paths } from '../paths.ts'
import type { Passkey } from './queries.ts'

interface PasskeysSectionProps {
  passkeys: Passkey[]
  isFresh: boolean
}

/** One’s own passkeys. Adding one needs a script and a browser that supports it; naming and removing do not. */
export function PasskeysSection({ passkeys, isFresh }: PasskeysSectionProps) {
  const { t } = useReader()
  return (
    <Section id="passkeys" title={t('people.passkeys.title')} aside={String(passkeys.length)}>
      <p>{t('people.passkeys.lead')}</p>
      {passkeys.length === 0 ? (
        <EmptyState title={t('people.passkeys.emptyTitle')} why={t('people.passkeys.emptyWhy')} />
      ) : (
        <ul class="own-list">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <PasskeyEntry passkey={passkey} />
            </li>
          ))}
        </ul>
      )}
      {isFresh ? <AdditionForm /> : <ProofFirst section="passkeys" label={t('people.passkeys.title')} />}
    </Section>
  )
}

function AdditionForm() {
  const { t, interfaceLanguage } = useReader()
  return (
    <form
      class="form"
      method="post"
      action={paths.passkeys(interfaceLanguage)}
      data-passkey="add"
      data-ask={paths.passkeyChallenge(interfaceLanguage)}
      data-failed={t('people.passkeys.addFailed')}
      hidden
    >
      <FormFields form={undefined} own="passkey">
        <Field
          name="name"
          label={t('people.passkeys.name')}
          hint={t('people.passkeys.nameHint')}
          autocomplete="off"
        />
      </FormFields>
      <p class="form-end">
        <button class="button" type="submit">
          {t('people.passkeys.add')}
        </button>
      </p>
      <p class="field-error" role="alert" />
    </form>
  )
}

function PasskeyEntry({ passkey }: { passkey: Passkey }) {
  const { t, interfaceLanguage } = useReader()
  const name = passkey.name ?? t('people.passkeys.unnamed')
  return (
    <>
      <p>
        <strong>{name}</strong>
        <span class="cell-note">
          {t('people.passkeys.added', { day: dayInWords(passkey.addedAt, interfaceLanguage) })}{' '}
          {passkey.isBackedUp ? t('people.passkeys.synced') : null}
        </span>
      </p>
      <details class="cell-form">
        <summary>
          {t('people.passkeys.change')}
          <span class="visually-hidden"> ({name})</span>
        </summary>
        <form method="post" action={paths.passkeyName(interfaceLanguage, passkey.id)}>
          <FormFields form={undefined} own={passkey.id}>
            <Field name="passkeyName" label={t('people.passkeys.name')} value={passkey.name ?? ''} required />
          </FormFields>
          <p class="form-end">
            <button class="button" type="submit">
              {t('people.account.save')}
            </button>
          </p>
        </form>
        <form method="post" action={paths.passkeyRemoval(interfaceLanguage, passkey.id)}>
          <button class="button" type="submit">
            {t('people.passkeys.remove')}
          </button>
        </form>
      </details>
    </>
  )
}
