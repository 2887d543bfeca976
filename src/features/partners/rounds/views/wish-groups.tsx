import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { ownLanguageOf, shortNames } from '../../../directory/index.ts'
import { paths } from '../../paths.ts'
import type { WishGroup } from '../round.ts'

interface WishGroupsProps {
  network: string
  meeting: string
  groups: readonly WishGroup[]
  mayCommit: boolean
}

/** The wishes under each theme; whoever looks after the meeting turns one into a commitment. */
export function WishGroups({ network, meeting, groups, mayCommit }: WishGroupsProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      {groups.map(({ theme, wishes }) => (
        <section key={theme ?? 'none'} class="round-group">
          <h3>
            {theme === null
              ? t('partners.round.noTheme')
              : capitalized(t(`networks.theme.${theme}`), reader.interfaceLanguage)}{' '}
            <span class="entry-meta">({wishes.length})</span>
          </h3>
          <ul class="entries">
            {wishes.map(({ wish, row }) => (
              <li key={wish.id}>
                <p class="entry-title">
                  <Name name={shortNames(row.organisation)} own={ownLanguageOf(row.organisation.country)} />
                </p>
                <p class="entry-meta">
                  {t(`partners.round.kindOf.${wish.kind}`)} – <Passage text={wish.text} as="span" />
                </p>
                {mayCommit ? (
                  <p class="round-act">
                    <a href={paths.commitment(reader, network, meeting, wish.id)}>
                      {t('partners.round.commit')}
                      <span class="visually-hidden">
                        {' '}
                        {chooseName(shortNames(row.organisation), reader.language).text}
                      </span>
                    </a>
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
