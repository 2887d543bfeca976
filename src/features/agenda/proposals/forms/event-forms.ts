import { aboutForm } from '../../events/forms/about-form.tsx'
import { peopleForm } from '../../events/forms/people-form.tsx'
import { placeForm } from '../../events/forms/place-form.tsx'
import { dateForm } from './date-form.tsx'
import { joinParts } from './joined-parts.tsx'
import { outlineForm, settingForm } from './outline-form.tsx'

/** The form of a proposer. */
export const proposerForm = joinParts([outlineForm, dateForm, settingForm])

/** What a moderator amends: the forms of events, on one page. */
export const amendmentForm = joinParts([aboutForm, dateForm, placeForm, peopleForm], ['organisations'])
