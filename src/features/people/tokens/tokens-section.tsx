import { z } from 'zod'
import { type Scope, scopes } from '../../../platform/context/actor.ts'
import { describeDate } from '../../../platform/dates/index.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { PlainMessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { says } from '../../../platform/input/form.ts'
import { chosenAmong } from '../../../platform/input/text-input.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { ProofFirst } from '../account/proof-first.tsx'
import type { SentAccountForm } from '../account/schema.ts'
import { dayInWords } from '../day-in-words.ts'
import { paths } from '../paths.ts'
import type { OwnRole } from '../queries.ts'
import { personName } from '../schema.ts'
import type { ListedToken } from './queries.ts'

interface TokensSectionProps {
  tokens: ListedToken[]
  /** The roles held now: a token acts in one of their networks. */
  roles: OwnRole[]
  isFresh: boolean
  sent: SentAccountForm | undefined
}

/** What programs may do under one’s name: listed, made, ended. */
export function TokensSection({ tokens, roles, isFresh, sent }: TokensSectionProps) {
  const { t } = useReader()
  return (
    <Section id="tokens" title={t('people.tokens.title')} aside={String(tokens.length)}>
      <p>
        {t('people.tokens.lead')} <a href="/api/docs">{t('people.tokens.documents')}</a>
      </p>
      {tokens.length === 0 ? (
        <EmptyState
          title={t('people.tokens.emptyTitle')}
          why={t(roles.length === 0 ? 'people.tokens.noRole' : 'people.tokens.emptyWhy')}
        />
      ) : (
        <ul class="own-list">
          {tokens.map((token) => (
            <li key={token.id}>
              <TokenEntry token={token} />
            </li>
          ))}
        </ul>
      )}
      {roles.length === 0 ? null : isFresh ? (
        <TokenForm roles={roles} sent={sent} />
      ) : (
        <ProofFirst section="tokens" label={t('people.tokens.title')} />
      )}
    </Section>
  )
}

function TokenEntry({ token }: { token: ListedToken }) {
  const { t, interfaceLanguage } = useReader()
  const network = chooseName(token.network.name, interfaceLanguage)
  return (
    <>
      <p>
        <strong>{token.name}</strong> <code>{token.prefix}…</code>
        <span class="cell-note" lang={network.language === interfaceLanguage ? undefined : network.language}>
          {network.text}
        </span>
        <span class="cell-note">{token.scopes.map((scope) => scopeName(t, scope)).join(' · ')}</span>
        <span class="cell-note">
          {t('people.tokens.dates', {
            made: dayInWords(token.madeAt, interfaceLanguage),
            end: dayInWords(token.expiresAt, interfaceLanguage),
          })}{' '}
          {token.lastUsedOn === null
            ? t('people.tokens.neverUsed')
            : t('people.tokens.lastUsed', { day: describeDate(token.lastUsedOn, interfaceLanguage) })}
        </span>
      </p>
      <form method="post" action={paths.tokenEnd(interfaceLanguage, token.id)}>
        <button class="button" type="submit">
          {t('people.tokens.end')}
          <span class="visually-hidden"> ({token.name})</span>
        </button>
      </form>
    </>
  )
}

interface TokenFormProps {
  roles: OwnRole[]
  sent: SentAccountForm | undefined
}

/** A new token: its name, network, scopes and lifetime. */
function TokenForm({ roles, sent }: TokenFormProps) {
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

/** What a token may be used for, in a few words. */
function scopeName(t: Translate, scope: Scope): string {
  return t(names[scope])
}

const names = {
  read: 'people.scope.read',
  'write:organisations': 'people.scope.writeOrganisations',
  'write:cooperations': 'people.scope.writeCooperations',
  'write:events': 'people.scope.writeEvents',
  'write:wishes': 'people.scope.writeWishes',
  'write:practices': 'people.scope.writePractices',
  'write:questions': 'people.scope.writeQuestions',
  'write:members': 'people.scope.writeMembers',
  suggest: 'people.scope.suggest',
} as const satisfies Record<Scope, PlainMessageKey>

/** Days after which a token ends: a year at most. */
const lifetimes = ['30', '90', '180', '365'] as const

/** The form of a new token. */
export const tokenForm = z.object({
  tokenName: personName.max(80),
  network: z.string(),
  scopes: chosenAmong(scopes).refine((chosen) => chosen.length > 0, says('people.tokens.noScope')),
  days: z.enum(lifetimes).transform(Number),
})
