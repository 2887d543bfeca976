import type { FactMark } from '../../../../../platform/records/fact-sources.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Statement } from '../../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { Name } from '../../../../../ui/text/name.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { paths } from '../../paths.ts'
import type { Said } from '../queries.ts'

interface SaidPageProps {
  network: string
  said: Said
  marks: FactMark[]
  /** When a draft of another wish was kept, which would be lost. */
  otherDraftFrom: Date | null
}

/** What a source says of an authority, and the button by which whoever speaks for it goes on from these words. */
export function SaidPage({ network, said, marks, otherDraftFrom }: SaidPageProps) {
  const reader = useReader()
  const { t } = reader
  const action = paths.said(reader, network, said.id).split('?')[0]
  return (
    <>
      <PageHeading
        kicker={<a href={paths.board(reader, network)}>{t('partners.board.title')}</a>}
        lead={t('partners.wish.fromSaid.lead')}
      >
        {t('partners.wish.fromSaid.title')}
      </PageHeading>
      <p class="entry-title">
        <Name name={said.organisation.name} />
      </p>
      <Statement evidence={marks}>
        <Passage text={said.seeks} as="span" />
      </Statement>
      {otherDraftFrom === null ? null : (
        <Notice kind="warning">
          {t('partners.wish.fromSaid.otherDraft')} <Moment at={otherDraftFrom} />
        </Notice>
      )}
      <form method="post" action={action} class="form">
        {otherDraftFrom === null ? null : <input type="hidden" name="replace" value="yes" />}
        <p class="form-end">
          <button type="submit" class="button primary">
            {t(otherDraftFrom === null ? 'partners.wish.fromSaid.begin' : 'partners.wish.fromSaid.replace')}
          </button>
          {otherDraftFrom === null ? null : (
            <a href={paths.newWish(reader, network)}>{t('partners.wish.fromSaid.keepDraft')}</a>
          )}
        </p>
      </form>
    </>
  )
}
