import { cosine } from '../sine'

export const cos = cosine
