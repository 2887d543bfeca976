import { languageOf } from '../../../../platform/i18n/country-language.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FindMarks } from '../../../../platform/records/fact-sources.ts'
import type { Entry } from '../../../../ui/blocks/entry-list.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { FewWords } from '../../../../ui/table/few-words.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { kindName, shortNames } from '../../../directory/index.ts'
import type { BoardEntry } from '../board/queries.ts'
import type { Said } from '../from-sources/queries.ts'
import { paths } from '../paths.ts'
import type { Wish } from '../queries.ts'
import { expiryWords, WishTags } from './wish-status.tsx'

interface Drawing {
  reader: Reader
  network: string
  /** Where what a source says comes from. */
  marks: FindMarks
  /** In a column among others: only what it is about. */
  isNarrow?: boolean
  /** The authorities for which the reader may make wishes of what a source says. */
  maySay(organisationId: string): boolean
}

/** An entry of the board: an authority with what it looks for or offers, or with what a source says of it. */
export function boardEntry(drawing: Drawing, entry: BoardEntry): Entry {
  return entry.source === 'wish'
    ? wishEntry(drawing.reader, drawing.network, entry.wish, drawing.isNarrow)
    : saidEntry(drawing, entry.said)
}

/** A wish as lists show it. */
export function wishEntry(reader: Reader, network: string, wish: Wish, isNarrow = false): Entry {
  const { t } = reader
  const { organisation } = wish
  return {
    key: wish.id,
    href: paths.wish(reader, network, wish.slug),
    title: <Passage text={wish.title} as="span" tags={false} />,
    meta: (
      <>
        <Name name={shortNames(organisation)} own={languageOf(organisation.country)} />
        {' · '}
        {t(`partners.wish.kind.${wish.kind}`)}
        <WishTags wish={wish} />
      </>
    ),
    body: (
      <>
        <FewWords words={wish.themes.map((theme) => t(`networks.theme.${theme}`))} />
        {isNarrow ? null : (
          <p class="quiet">
            {[...wish.forms.map((form) => t(`partners.form.${form}`)), expiryWords(reader, wish)].join(' · ')}
          </p>
        )}
      </>
    ),
  }
}

function saidEntry({ reader, network, marks, isNarrow, maySay }: Drawing, said: Said): Entry {
  const { t } = reader
  const { organisation } = said
  return {
    key: said.id,
    href: paths.organisation(reader, network, organisation.slug),
    title: <Name name={shortNames(organisation)} own={languageOf(organisation.country)} />,
    meta: (
      <>
        {kindName(reader, organisation.kind)} <span class="tag">{t('partners.board.said')}</span>
      </>
    ),
    body: (
      <>
        {isNarrow ? null : (
          <Statement evidence={marks(said.id, 'organisation')}>
            <Passage text={said.seeks} as="span" />
          </Statement>
        )}
        <FewWords words={said.themes.map((theme) => t(`networks.theme.${theme}`))} />
        {maySay(organisation.id) ? (
          <p>
            <a class="button" href={paths.said(reader, network, said.id)} rel="nofollow">
              {t('partners.board.makeWish')}
              <span class="visually-hidden">
                {' '}
                <Name name={shortNames(organisation)} />
              </span>
            </a>
          </p>
        ) : null}
      </>
    ),
  }
}
