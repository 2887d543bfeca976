import { isWholeCountry } from '../../../directory/gazetteer/index.ts'

/** Of a country that the directory knows whole: one side of what this reader reads is, whether a text says so or not. */
export const isHome = ({ country }: { country: string | null }) => isWholeCountry(country)
