import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { LanguageTag } from '../../../../ui/text/text-tags.tsx'
import { paths } from '../../paths.ts'
import type { ComparedAccount } from '../compare.ts'
import type { ToldFact } from '../queries.ts'

interface AccountColumnsProps {
  network: string
  compared: readonly ComparedAccount[]
}

/** The accounts of one meeting side by side, each with the facts that it alone tells. */
export function AccountColumns({ network, compared }: AccountColumnsProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <div class="account-columns">
      {compared.map(({ account, alone, aloneCount }) => (
        <div key={account.sourceId} class="account-column">
          <h3>{account.organisation ? <Name name={account.organisation.name} /> : account.publisher}</h3>
          <p class="quiet">
            <a href={paths.source(reader, network, account.slug)}>
              <Passage text={account.title} as="span" tags={false} />
            </a>
            <LanguageTag language={account.language} />
          </p>
          <p>{t('minutes.account.alone', { count: aloneCount })}</p>
          <ul class="account-facts">
            {alone.map((fact) => (
              <li key={fact.id}>
                <span class="account-mark">{t('minutes.account.onlyHere')}</span>{' '}
                <a href={addressFor(reader, `/${network}${fact.path}`)}>
                  <FactWords fact={fact} />
                </a>
              </li>
            ))}
          </ul>
          {aloneCount > alone.length ? (
            <p class="quiet">
              <a href={paths.source(reader, network, account.slug)}>
                {t('minutes.account.more', { count: aloneCount - alone.length })}
              </a>
            </p>
          ) : null}
        </div>
      ))}
    </div>
  )
}

function FactWords({ fact }: { fact: ToldFact }) {
  const reader = useReader()
  if (fact.text === null)
    return <>{fact.parties.map((name) => chooseName(name, reader.language).text).join(' – ')}</>
  return (
    <>
      <Passage text={fact.text} as="span" tags={false} />
      {fact.value ? <> – {fact.value}</> : null}
    </>
  )
}
