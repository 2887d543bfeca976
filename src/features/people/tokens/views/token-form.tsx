import { scopes } from '../../../../platform/context/actor.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import type { SentAccountForm } from '../../account/account-form.ts'
import { paths } from '../../paths.ts'
import type { OwnRole } from '../../roles/queries.ts'
import { lifetimes } from '../schema.ts'
import { scopeName } from '../scope-name.ts'

interface TokenFormProps {
  roles: OwnRole[]
  sent: SentAccountForm | undefined
}

/** A new token: what it is for, in which network, what it may do and how long. */
export function TokenForm({ roles, sent }: TokenFormProps) {
  const { t, interfaceLanguage } = useReader()
  const networks = new Map(roles.map(({ networkSlug, networkName }) => [networkSlug, networkName]))
  const [first = ''] = networks.keys()
  const usual = { network: first, scopes: ['read'], days: '90' }
  return (
    <details class="cell-form" open={sent !== undefined}>
      <summary>{t('people.tokens.make')}</summary>
      <Form action={paths.tokens(interfaceLanguage)} form={sent ?? { values: usual, errors: [] }}>
        <Field
          name="tokenName"
          label={t('people.tokens.name')}
          hint={t('people.tokens.nameHint')}
          autocomplete="off"
          required
        />
        <ChoiceField
          name="network"
          label={t('people.tokens.network')}
          hint={t('people.tokens.networkHint')}
          options={[...networks].map(([slug, name]) => ({
            value: slug,
            label: chooseName(name, interfaceLanguage).text,
          }))}
          required
        />
        <ChoiceField
          name="scopes"
          label={t('people.tokens.scopes')}
          hint={t('people.tokens.scopesHint')}
          options={scopes.map((scope) => ({ value: scope, label: scopeName(t, scope) }))}
          multiple
          required
        />
        <ChoiceField
          name="days"
          label={t('people.tokens.lasts')}
          hint={t('people.tokens.lastsHint')}
          options={lifetimes.map((days) => ({
            value: days,
            label: t('people.tokens.days', { days: Number(days) }),
          }))}
          required
        />
        <p class="form-end">
          <button class="button" type="submit">
            {t('people.tokens.makeButton')}
          </button>
        </p>
      </Form>
    </details>
  )
}
