import type { FastifyInstance, FastifyReply } from 'fastify'
import { isId } from '../../../../platform/context/identifier.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { readForm, readValues, typedValue } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { readKeptRequest, type SessionRequest } from '../call.ts'
import { drawMeetingsPage } from '../page.tsx'
import { heldOf } from '../participants/routes.tsx'
import { paths } from '../paths.ts'
import { addRule, removeRule } from './commands.ts'
import { ruleForm } from './schema.ts'
import { RulesPage } from './views/rules-page.tsx'

const place = '/:language/:network/agenda/:slug/meetings/rules'

/** Which pairs are to meet whatever they wish, and which are not. */
export function addRuleRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get(place, readKeptRequest, (asked) => {
    return show(asked, { values: { kind: 'fixed' }, errors: [] })
  })
  pages.post(place, readKeptRequest, async (asked) => {
    const { request, reply } = asked
    const form = readForm(ruleForm, request.body)
    if (!form.valid) return show(asked, form)
    const errors = await addRule(asked.writing, heldOf(asked), asked.ground.session, form.data)
    if (errors.length > 0) return show(asked, { values: form.values, errors })
    return goBack(reply, asked)
  })
  pages.post(`${place}/removal`, readKeptRequest, async (asked) => {
    const { request, reply } = asked
    const values = readValues(request.body)
    const [first, second] = [typedValue(values, 'first'), typedValue(values, 'second')]
    if (!isId(first) || !isId(second)) notFound('rule')
    await removeRule(asked.writing, heldOf(asked), asked.ground.session, { first, second })
    return goBack(reply, asked)
  })
}

function show(asked: SessionRequest, shown: Shown): FastifyReply {
  return drawMeetingsPage(asked, {
    title: asked.reader.t('partners.assignment.rules'),
    path: '/rules',
    isWrong: shown.errors.length > 0,
    children: <RulesPage asked={asked} shown={shown} />,
  })
}

function goBack(reply: FastifyReply, { reader, network, event }: SessionRequest): FastifyReply {
  return reply.redirect(paths.rules(reader, network.slug, event.slug), 303)
}
