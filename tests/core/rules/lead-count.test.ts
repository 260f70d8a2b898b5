import { leadCount } from "../../../src/core/rules/lead-count";
import { testRule } from "../../support/test-rule";
import { withUnits } from "./text-cases";

testRule(leadCount, {
  silent: [
    { name: "一家牵头", ...withUnits("办公室牵头，人事科配合", "法规科牵头") },
    { name: "只有一家", ...withUnits("办公室", "法规科负责") },
  ],
  found: [
    { name: "没有牵头、两家牵头", ...withUnits("办公室、人事科", "办公室、法规科牵头"), problems: ["C2 warning none", "C3 warning several"] },
  ],
});
