import type { Topic } from '@shared/core/contract'
import type { Contract, RouteName } from '@shared/contract'

export type QueryRoute = {
  [R in RouteName]: Contract[R]['kind'] extends 'query' ? R : never
}[RouteName]
export type CommandRoute = {
  [R in RouteName]: Contract[R]['kind'] extends 'command' ? R : never
}[RouteName]

/** `follow-ups.list` → `follow-ups`: what a `data.changed` event speaks about. */
export function topicOf(route: RouteName): Topic {
  return route.slice(0, route.lastIndexOf('.')) as Topic
}

/** Cache key of a query: the topic first, so that one event drops everything under it. */
export function routeKey(route: QueryRoute, input: unknown) {
  return [topicOf(route), route, input] as const
}
