import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import { type FieldError, type FormValues, readForm, readValues } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { type Choices, choiceErrors, chosenId, readChoices } from '../../../directory/index.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { paths, roundPath } from '../../paths.ts'
import { type RoundAsked, readAdvisedRound } from '../call.ts'
import { addCommitment } from '../commands.ts'
import { findWish } from '../queries.ts'
import type { RoundRow } from '../round.ts'
import { commitmentForm } from '../schema.ts'
import { CommitmentPage } from './views/commitment-page.tsx'

/** What somebody undertakes because of a wish: a decision of the meeting. */
export function addCommitmentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/partners/rounds/:meeting/wishes/:wish/commitment'
  pages.get(place, readAdviserAsked, (asked) =>
    draw(asked, {
      values: {},
      errors: [],
      choices: new Map(),
    }),
  )

  pages.post(place, readAdviserAsked, async (asked) => {
    const { request, reply, writing, reader, network, meeting, round, wish } = asked
    const values = readValues(request.body)
    const choices = await readChoices(writing, values, ['organisation'])
    const form = readForm(commitmentForm(reader.interfaceLanguage, writing.today), request.body)
    const organisationId = chosenId(choices, 'organisation')
    const errors = [...choiceErrors(choices), ...(form.valid ? [] : form.errors)]
    if (!form.valid || errors.length > 0 || organisationId === null)
      return draw(withStatus(asked, 422), { values, errors, choices })
    await addCommitment(writing, round, {
      wishId: wish.id,
      organisationId,
      text: form.data.text,
      due: form.data.due,
      language: reader.interfaceLanguage,
    })
    return reply.redirect(paths.round(reader, network.slug, meeting.slug), 303)
  })
}

type WishAsked = RoundAsked & { wish: Awaited<ReturnType<typeof findWish>>; row: RoundRow }

async function readAdviserAsked(visit: Visit): Promise<WishAsked> {
  const { request } = visit
  const asked = await readAdvisedRound(visit)
  const wish = await findWish(asked.writing, asked.round.id, parameterOf(request.params, 'wish') ?? '')
  const row = asked.round.rows.find(({ organisation }) => organisation.id === wish.organisationId)
  return { ...asked, wish, row: row ?? notFound(wish.id) }
}

interface Drawn {
  values: FormValues
  errors: readonly FieldError[]
  choices: Choices
}

function draw(asked: WishAsked, drawn: Drawn) {
  const { reader, network, meeting, wish, row } = asked
  return drawNetworkPage(asked, {
    title: reader.t('partners.round.commitTitle'),
    description: reader.t('partners.round.lead'),
    path: `${roundPath(meeting.slug)}/wishes/${wish.id}/commitment`,
    noindex: true,
    children: <CommitmentPage network={network} meeting={meeting} wish={wish} row={row} {...drawn} />,
  })
}
