import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { recordFacts } from '../../../ui/form/record-facts.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { shortNames } from '../../directory/index.ts'
import { paths } from '../paths.ts'
import { maySpeakFor } from '../policy.ts'
import type { Practice } from '../sheets/queries.ts'
import { type PracticeReview, reviewFields } from './queries.ts'

interface ReviewsSectionProps {
  network: { id: string; slug: string }
  context: Pick<Context, 'actor'>
  practice: Practice
  reviews: readonly PracticeReview[]
}

/** What the other side says of a sheet: each word beside the others, who was asked and is silent, and the way to ask. */
export function ReviewsSection({ network, context, practice, reviews }: ReviewsSectionProps) {
  const reader = useReader()
  const { t } = reader
  const { actor } = context
  if (practice.publication !== 'published') return null
  const place = paths.today(reader, network.slug, practice.slug, '/reviews')
  const own = organisationsOf(actor, network.id, ['member'])
  return (
    <Section id="reviews" title={t('practices.review.others')}>
      {reviews.length === 0 ? <p class="quiet">{t('practices.review.none')}</p> : null}
      <EntryList
        entries={reviews.map((review) => ({
          key: review.id,
          title: <Name name={shortNames(review.reviewer)} own={languageOf(review.reviewer.country)} />,
          meta:
            review.stance === null
              ? t('practices.review.silent', { day: dayWords(reader, review.askedOn) })
              : [
                  t(`practices.review.stances.${review.stance}`),
                  review.saidAs,
                  dayWords(reader, review.saidOn ?? ''),
                ].join(' · '),
          body: (
            <>
              {review.stance === null ? null : (
                <FactList
                  facts={recordFacts(reviewFields, ['words', 'whoCould', 'wouldCall'], reader, {
                    ...review,
                    wouldCall: review.wouldCall ?? 'unsure',
                  })}
                />
              )}
              {own.includes(review.reviewer.id) ? (
                <p>
                  <a class="button" href={`${place}/${review.id}`}>
                    {t('practices.review.answer')}
                  </a>
                </p>
              ) : null}
            </>
          ),
        }))}
      />
      {maySpeakFor(actor, network.id, practice.holder.id) ? (
        <p>
          <a class="button" href={`${place}/new`}>
            {t('practices.review.ask.title')}
          </a>
        </p>
      ) : null}
    </Section>
  )
}
