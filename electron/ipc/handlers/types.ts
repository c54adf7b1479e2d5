import type { Contract, RouteNameAt, RouteOutput, RouteParsedInput } from '@shared/contract'
import type { CommandContext, QueryContext } from '../context'

type Handler<R extends RouteNameAt<'data'>> = (
  context: Contract[R]['kind'] extends 'command' ? CommandContext : QueryContext,
  input: RouteParsedInput<R>,
) => RouteOutput<R>

/** Every route that runs beside the database, with the shape of its handler: a missing one does not compile. */
export type DataHandlers = { [R in RouteNameAt<'data'>]: Handler<R> }

/** The part of one feature, by the first word of its routes. */
export type HandlersOf<Feature extends string> = {
  [R in keyof DataHandlers as R extends `${Feature}.${string}` ? R : never]: DataHandlers[R]
}
