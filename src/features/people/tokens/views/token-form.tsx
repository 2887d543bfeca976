import { scopes } from '../../../../platform/context/actor.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { typedValue, typedValues } from '../../../../platform/input/form.ts'
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
  const shownValue = (name: string, usual: string) => (sent ? typedValue(sent.values, name) : usual)
  return (
    <details class="cell-form" open={sent !== undefined}>
      <summary>{t('people.tokens.make')}</summary>
      <Form action={paths.tokens(interfaceLanguage)} form={sent}>
        <Field
          name="tokenName"
          label={t('people.tokens.name')}
          hint={t('people.tokens.nameHint')}
          value={shownValue('tokenName', '')}
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
          chosen={[shownValue('network', first)]}
          required
        />
        <ChoiceField
          name="scopes"
          label={t('people.tokens.scopes')}
          hint={t('people.tokens.scopesHint')}
          options={scopes.map((scope) => ({ value: scope, label: scopeName(t, scope) }))}
          chosen={sent ? typedValues(sent.values, 'scopes') : ['read']}
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
          chosen={[shownValue('days', '90')]}
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
