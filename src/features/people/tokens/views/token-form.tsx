import { scopes } from '../../../../platform/context/actor.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { typedValue, typedValues } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import type { SentAccountForm } from '../../account/account-form.ts'
import { paths } from '../../paths.ts'
import type { OwnRole } from '../../roles/queries.ts'
import { lifetimes } from '../schema.ts'
import { scopeName } from '../scope-name.ts'

interface TokenFormProps {
  reader: Reader
  roles: OwnRole[]
  sent: SentAccountForm | undefined
}

/** A new token: what it is for, in which network, what it may do and how long. */
export function TokenForm({ reader, roles, sent }: TokenFormProps) {
  const { t, interfaceLanguage } = reader
  const networks = new Map(roles.map(({ networkSlug, networkName }) => [networkSlug, networkName]))
  const [first = ''] = networks.keys()
  const errorOf = (name: string) => sent?.errors.find(({ field }) => field === name)?.message(t)
  const shownValue = (name: string, usual: string) => (sent ? typedValue(sent.values, name) : usual)
  return (
    <details class="cell-form" open={sent !== undefined}>
      <summary>{t('people.tokens.make')}</summary>
      <form class="form" method="post" action={paths.tokens(interfaceLanguage)} novalidate>
        <Field
          reader={reader}
          name="tokenName"
          label={t('people.tokens.name')}
          hint={t('people.tokens.nameHint')}
          error={errorOf('tokenName')}
          value={shownValue('tokenName', '')}
          autocomplete="off"
          required
        />
        <ChoiceField
          reader={reader}
          name="network"
          label={t('people.tokens.network')}
          hint={t('people.tokens.networkHint')}
          options={[...networks].map(([slug, name]) => ({
            value: slug,
            label: chooseName(name, interfaceLanguage).text,
          }))}
          chosen={[shownValue('network', first)]}
          error={errorOf('network')}
          required
        />
        <ChoiceField
          reader={reader}
          name="scopes"
          label={t('people.tokens.scopes')}
          hint={t('people.tokens.scopesHint')}
          options={scopes.map((scope) => ({ value: scope, label: scopeName(t, scope) }))}
          chosen={sent ? typedValues(sent.values, 'scopes') : ['read']}
          error={errorOf('scopes')}
          multiple
          required
        />
        <ChoiceField
          reader={reader}
          name="days"
          label={t('people.tokens.lasts')}
          hint={t('people.tokens.lastsHint')}
          options={lifetimes.map((days) => ({
            value: days,
            label: t('people.tokens.days', { days: Number(days) }),
          }))}
          chosen={[shownValue('days', '90')]}
          error={errorOf('days')}
          required
        />
        <p class="form-end">
          <button class="button" type="submit">
            {t('people.tokens.makeButton')}
          </button>
        </p>
      </form>
    </details>
  )
}
