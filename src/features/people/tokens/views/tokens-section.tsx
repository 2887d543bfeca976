import { describeDate } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import type { SentAccountForm } from '../../account/account-form.ts'
import { ProofFirst } from '../../account/views/proof-first.tsx'
import { dayInWords } from '../../day-in-words.ts'
import { paths } from '../../paths.ts'
import type { OwnRole } from '../../roles/queries.ts'
import type { ListedToken } from '../queries.ts'
import { scopeName } from '../scope-name.ts'
import { TokenForm } from './token-form.tsx'

interface TokensSectionProps {
  tokens: ListedToken[]
  /** The roles held now: a token acts in one of their networks. */
  roles: OwnRole[]
  isFresh: boolean
  sent: SentAccountForm | undefined
}

/** What programs may do under one's name: listed, made, ended. */
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
