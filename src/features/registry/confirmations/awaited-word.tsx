import type { ComponentChildren } from 'preact'
import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import type { Network } from '../../networks/index.ts'
import type { CooperationSummary } from '../cooperations/summary.queries.ts'
import { paths } from '../paths.ts'
import { tieLine } from '../tie.ts'

interface AwaitedWordProps {
  network: Network
  /** Of the tie. */
  slug: string
  party: { id: string; name: LocalizedName }
  /** The tie, on a page that is not its own. */
  children?: ComponentChildren
}

/** Asks who speaks for a party, where they read of the tie, whether it is right; nothing once they have said so. */
export function AwaitedWord({ network, slug, party, children }: AwaitedWordProps) {
  const reader = useReader()
  const { t } = reader
  const address = `${paths.cooperation({ ...reader, now: null }, network.slug, slug)}/confirmation`
  return (
    <Notice>
      {children}
      <p>{t('registry.confirmation.awaited', { name: chooseName(party.name, reader.language).text })}</p>
      <form method="post" action={address} class="form-actions">
        <input type="hidden" name="organisation" value={party.id} />
        <button class="button primary" type="submit" name="stance" value="confirmed">
          {t('registry.confirmation.right')}
        </button>
        <a class="button" href={address}>
          {t('registry.confirmation.wrong')}
        </a>
      </form>
    </Notice>
  )
}

interface AwaitedTiesProps {
  network: Network
  party: AwaitedWordProps['party']
  ties: readonly CooperationSummary[]
}

const mostAsked = 3

/** The same question on the page of the party, for its first ties; *To do* has the others. */
export function AwaitedTies({ network, party, ties }: AwaitedTiesProps) {
  const reader = useReader()
  const more = ties.length - mostAsked
  return (
    <>
      {ties.slice(0, mostAsked).map((tie) => (
        <AwaitedWord key={tie.id} network={network} slug={tie.slug} party={party}>
          <TieLine
            {...tieLine(reader, network, tie)}
            href={paths.cooperation(reader, network.slug, tie.slug)}
          />
        </AwaitedWord>
      ))}
      {more > 0 ? (
        <p>
          <a href={paths.toDo(reader, network.slug)}>
            {reader.t('registry.confirmation.more', { count: more })}
          </a>
        </p>
      ) : null}
    </>
  )
}
