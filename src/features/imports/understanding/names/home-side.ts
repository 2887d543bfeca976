import { isWholeCountry } from '../../../directory/gazetteer/index.ts'

/** Whether a place is in a country that the directory covers completely: one side of every tie is, even if the text does not state it. */
export const isHome = ({ country }: { country: string | null }) => isWholeCountry(country)
