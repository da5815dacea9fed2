import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { covers } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { type Attendee, type Biometric, cardAppointments } from "../../parameters/people/identity-cards.ts";
import { cited, step } from "../cite.ts";

/** Who must come in person for an identity card, and what is collected. */
export const idCardAppointment = defineCalculation({
  name: "id-card-appointment",
  title: text("Đến làm thẻ căn cước", "Coming in person for an identity card"),
  fields: {
    age: { kind: "integer", needed: true, least: 0 },
    filedBy: { kind: "text", needed: true, oneOf: ["self", "representative"] },
    channel: { kind: "text", needed: true, oneOf: ["vneid", "portal", "desk"] },
    on: { kind: "date", needed: true },
  },
  reckon({ age, filedBy, channel, on }) {
    const row = cardAppointments.find(
      (one) =>
        covers(one, on) &&
        one.least <= age &&
        (one.most === null || age <= one.most) &&
        one.channels.includes(channel) &&
        one.filedBy.includes(filedBy),
    );
    if (!row) throw new RefusedInput("not-in-force", "on");
    const { attendees, biometrics } = row;
    const inPerson = attendees.length > 0;
    return {
      value: { inPerson, attendees, biometrics },
      steps: () => [
        step(
          "in-person",
          inPerson
            ? `${age} tuổi: ${attendees.map((one) => ATTENDEES[one][0]).join(" và ")} phải đến trực tiếp.`
            : `${age} tuổi: người đại diện nộp trực tuyến, không ai phải đến.`,
          inPerson
            ? `Age ${age}: ${attendees.map((one) => ATTENDEES[one][1]).join(" and ")} must come in person.`
            : `Age ${age}: the representative files on line, nobody has to come.`,
          attendees,
        ),
        step(
          "biometrics",
          biometrics.length === 0
            ? "Không thu nhận thông tin nhân dạng, sinh trắc học của trẻ dưới 6 tuổi."
            : `Thu nhận ${biometrics.map((one) => BIOMETRICS[one][0]).join(", ")}.`,
          biometrics.length === 0
            ? "Nothing is collected from a child under 6."
            : `Collected: ${biometrics.map((one) => BIOMETRICS[one][1]).join(", ")}.`,
          biometrics,
        ),
      ],
      citations: () => [cited(row)],
    };
  },
});

const ATTENDEES: { readonly [who in Attendee]: readonly [string, string] } = {
  child: ["trẻ em", "the child"],
  representative: ["người đại diện", "the representative"],
  applicant: ["người đề nghị", "the applicant"],
};
const BIOMETRICS: { readonly [what in Biometric]: readonly [string, string] } = {
  face: ["ảnh khuôn mặt", "face"],
  fingerprints: ["vân tay", "fingerprints"],
  iris: ["mống mắt", "iris"],
};
