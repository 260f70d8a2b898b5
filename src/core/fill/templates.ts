import { cityGovernmentOffice } from "./templates/city-government-office";
import { provincialDepartment } from "./templates/provincial-department";
import type { FillTemplate } from "./template";

/** The templates that come with the program; never sure, since every office divides its work in its own way. */
export const shippedTemplates: readonly FillTemplate[] = [provincialDepartment, cityGovernmentOffice];
