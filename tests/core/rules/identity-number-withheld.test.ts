import { identityNumberWithheld } from "../../../src/core/rules/identity-number-withheld";
import { testRule } from "../../support/test-rule";
import { CLEAN, withRemark } from "./publication-cases";

testRule(identityNumberWithheld, {
  silent: [
    { name: "没有号码", rows: CLEAN },
    { name: "校验位不对的18位数", rows: withRemark("110105194912310021") },
    { name: "统一社会信用代码", rows: withRemark("91340100MA2N0000XX") },
  ],
  found: [
    { name: "写明是身份证号码，校验位不对", rows: withRemark("身份证：110105194912310021"), problems: ["E2 warning mistyped"], suggestions: ["隐去中间几位"] },
    { name: "校验位对的18位", rows: withRemark("11010519491231002X"), problems: ["E2 error identity"], suggestions: ["隐去中间几位"] },
    { name: "15位的不能确定", rows: withRemark("110105491231002"), problems: ["E2 warning perhaps"] },
  ],
});
