import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
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
  const place = '/:language/:network/partners/rounds/:meeting/wishes/:wish/commitment'
  app.get(place, neverKept, async (request, reply) =>
    draw(application, request, reply, await readAdviserAsked(application, request), {
      values: {},
      errors: [],
      choices: new Map(),
    }),
  )

  app.post(place, neverKept, async (request, reply) => {
    const asked = await readAdviserAsked(application, request)
    const { writing, reader, network, meeting, round, wish } = asked
    const values = readValues(request.body)
    const choices = await readChoices(writing, values, ['organisation'])
    const form = readForm(commitmentForm(reader.interfaceLanguage, writing.today), request.body)
    const organisationId = chosenId(choices, 'organisation')
    const errors = [...choiceErrors(choices), ...(form.valid ? [] : form.errors)]
    if (!form.valid || errors.length > 0 || organisationId === null)
      return draw(application, request, reply.code(422), asked, { values, errors, choices })
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

async function readAdviserAsked(application: Application, request: FastifyRequest): Promise<WishAsked> {
  const asked = await readAdvisedRound(application, request)
  const wish = await findWish(asked.writing, asked.round.id, parameterOf(request.params, 'wish') ?? '')
  const row = asked.round.rows.find(({ organisation }) => organisation.id === wish.organisationId)
  return { ...asked, wish, row: row ?? notFound(wish.id) }
}

interface Drawn {
  values: FormValues
  errors: readonly FieldError[]
  choices: Choices
}

function draw(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: WishAsked,
  drawn: Drawn,
) {
  const { reader, network, meeting, wish, row } = asked
  return drawNetworkPage(application, request, reply, asked, {
    title: reader.t('partners.round.commitTitle'),
    description: reader.t('partners.round.lead'),
    path: `${roundPath(meeting.slug)}/wishes/${wish.id}/commitment`,
    noindex: true,
    children: (
      <CommitmentPage reader={reader} network={network} meeting={meeting} wish={wish} row={row} {...drawn} />
    ),
  })
}
