/** The only door of the voice. */
export { createVoice, type Rating, type RatingFailure, type Voice } from "./voice.ts";
