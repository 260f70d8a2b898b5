/** One year's arrangement of public holidays by the General Office of the State Council. */
export interface HolidayArrangement {
  readonly year: number;
  /** 文号 of the notice 国务院办公厅关于×年部分节假日安排的通知, and of those that changed it. */
  readonly notices: readonly string[];
  /** Days off, "MM-DD" or "MM-DD/MM-DD" with both ends; a day of the year before is written in full. */
  readonly off: readonly string[];
  /** Saturdays and Sundays worked instead, as above. */
  readonly worked: readonly string[];
}

/**
 * Years outside this list are not computed. A year's notice comes out in the autumn before; it can also touch the last
 * days of December before it, which stay as they are here until it is known.
 * The days come from a public transcription of the notices on www.gov.cn, the 文号 from another; the notices of 2022, 2025
 * and 2026 were read against them as published.
 */
export const holidayArrangements: readonly HolidayArrangement[] = [
  {
    year: 2019,
    notices: ["国办发明电〔2018〕15号", "国办发明电〔2019〕3号"],
    off: ["2018-12-30/2018-12-31", "01-01", "02-04/02-10", "04-05", "05-01/05-04", "06-07", "09-13", "10-01/10-07"],
    worked: ["2018-12-29", "02-02", "02-03", "04-28", "05-05", "09-29", "10-12"],
  },
  {
    year: 2020,
    notices: ["国办发明电〔2019〕16号", "国办发明电〔2020〕1号"],
    off: ["01-01", "01-24/02-02", "04-04/04-06", "05-01/05-05", "06-25/06-27", "10-01/10-08"],
    worked: ["01-19", "04-26", "05-09", "06-28", "09-27", "10-10"],
  },
  {
    year: 2021,
    notices: ["国办发明电〔2020〕27号"],
    off: ["01-01/01-03", "02-11/02-17", "04-03/04-05", "05-01/05-05", "06-12/06-14", "09-19/09-21", "10-01/10-07"],
    worked: ["02-07", "02-20", "04-25", "05-08", "09-18", "09-26", "10-09"],
  },
  {
    year: 2022,
    notices: ["国办发明电〔2021〕11号"],
    off: ["01-01/01-03", "01-31/02-06", "04-03/04-05", "04-30/05-04", "06-03/06-05", "09-10/09-12", "10-01/10-07"],
    worked: ["01-29", "01-30", "04-02", "04-24", "05-07", "10-08", "10-09"],
  },
  {
    year: 2023,
    notices: ["国办发明电〔2022〕16号"],
    off: ["2022-12-31", "01-01/01-02", "01-21/01-27", "04-05", "04-29/05-03", "06-22/06-24", "09-29/10-06"],
    worked: ["01-28", "01-29", "04-23", "05-06", "06-25", "10-07", "10-08"],
  },
  {
    year: 2024,
    notices: ["国办发明电〔2023〕7号"],
    off: ["01-01", "02-10/02-17", "04-04/04-06", "05-01/05-05", "06-10", "09-15/09-17", "10-01/10-07"],
    worked: ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"],
  },
  {
    year: 2025,
    notices: ["国办发明电〔2024〕12号"],
    off: ["01-01", "01-28/02-04", "04-04/04-06", "05-01/05-05", "05-31/06-02", "10-01/10-08"],
    worked: ["01-26", "02-08", "04-27", "09-28", "10-11"],
  },
  {
    year: 2026,
    notices: ["国办发明电〔2025〕7号"],
    off: ["01-01/01-03", "02-15/02-23", "04-04/04-06", "05-01/05-05", "06-19/06-21", "09-25/09-27", "10-01/10-07"],
    worked: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
  },
];
