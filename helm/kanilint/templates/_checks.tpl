{{- /* Values that contradict each other or lead nowhere, all told at once. values.schema.json looks at each value alone. */}}
{{- define "kanilint.checks" -}}
{{- $wrong := list }}
{{- $values := .Values }}
{{- $embedded := eq $values.database.type "embedded" }}
{{- $keys := $values.secrets.keys }}
{{- if not $values.image.repository }}
{{- $wrong = append $wrong "image.repository is required: the image of Kanilint that you built or copied to your registry." }}
{{- end }}
{{- if not (include "kanilint.publicUrl" .) }}
{{- $wrong = append $wrong "publicUrl is required: where people and GitLab reach Kanilint, such as https://kanilint.example.com. A host of httpRoute will do, too, and one of ingress with tls, if it has no '*'." }}
{{- end }}
{{- if not (or $values.secrets.name $values.externalSecret.enabled) }}
{{- $wrong = append $wrong "secrets.name is required: the Secret that holds GitLab's token and those of webhooks. Or let externalSecret make one." }}
{{- end }}
{{- if not $keys.gitlabToken }}
{{- $wrong = append $wrong "secrets.keys.gitlabToken is required: without a token nothing is reviewed." }}
{{- end }}
{{- if not (or $keys.webhookTokens $keys.webhookSigningKeys) }}
{{- $wrong = append $wrong "secrets.keys.webhookTokens or secrets.keys.webhookSigningKeys is required: without either every webhook is refused." }}
{{- end }}
{{- if $embedded }}
{{- if or $values.database.url $values.database.passwordSecret.name }}
{{- $wrong = append $wrong "database.url and database.passwordSecret are for PostgreSQL: set database.type to postgresql, or leave them empty." }}
{{- end }}
{{- if $values.autoscaling.enabled }}
{{- $wrong = append $wrong "autoscaling takes PostgreSQL: the embedded database can be used by one replica only." }}
{{- end }}
{{- if gt (int (include "kanilint.replicas" .)) 1 }}
{{- $wrong = append $wrong "replicaCount must be 1 with the embedded database, which one replica only can use. For more, use PostgreSQL." }}
{{- end }}
{{- else if not $values.database.url }}
{{- $wrong = append $wrong "database.url is required, such as jdbc:postgresql://host:5432/kanilint; or set database.type to embedded." }}
{{- end }}
{{- with $values.autoscaling }}
{{- if .enabled }}
{{- if gt (int .minReplicas) (int .maxReplicas) }}
{{- $wrong = append $wrong "autoscaling.minReplicas is larger than autoscaling.maxReplicas." }}
{{- end }}
{{- if not (or .cpuUtilization .queueAge.source) }}
{{- $wrong = append $wrong "autoscaling needs a measure: set cpuUtilization or queueAge.source." }}
{{- end }}
{{- if and .cpuUtilization (not (dig "requests" "cpu" "" $values.resources)) }}
{{- $wrong = append $wrong "autoscaling.cpuUtilization is a share of resources.requests.cpu, which is missing." }}
{{- end }}
{{- end }}
{{- end }}
{{- with $values.oidc }}
{{- if and .clientId (not $keys.oidcClientSecret) }}
{{- $wrong = append $wrong "oidc.clientId takes secrets.keys.oidcClientSecret, the key with the application's secret." }}
{{- end }}
{{- if and (not .clientId) (or $keys.oidcClientSecret .adminGroups .viewerGroups) }}
{{- $wrong = append $wrong "oidc.clientId is missing, though other settings of the login with GitLab are there." }}
{{- end }}
{{- if and .clientId (not (or .adminGroups .viewerGroups)) }}
{{- $wrong = append $wrong "oidc.adminGroups or oidc.viewerGroups is required with oidc.clientId: without groups nobody is let in." }}
{{- end }}
{{- end }}
{{- if and $values.ingress.enabled (not $values.ingress.hosts) }}
{{- $wrong = append $wrong "ingress.hosts is empty: name the host at which Kanilint is reached." }}
{{- end }}
{{- if and $values.httpRoute.enabled (not $values.httpRoute.parentRefs) }}
{{- $wrong = append $wrong "httpRoute.parentRefs is empty: name the Gateway." }}
{{- end }}
{{- with $values.externalSecret }}
{{- if .enabled }}
{{- if not .secretStoreRef.name }}
{{- $wrong = append $wrong "externalSecret.secretStoreRef.name is required: the store that holds the secrets." }}
{{- end }}
{{- $made := list }}
{{- range .data }}{{- $made = append $made .secretKey }}{{- end }}
{{- range $use, $key := $keys }}
{{- $asked := $key }}
{{- if and (eq $use "databasePassword") (or $embedded $values.database.passwordSecret.name) }}{{- $asked = "" }}{{- end }}
{{- if and $asked (not (has $asked $made)) }}
{{- $wrong = append $wrong (printf "externalSecret.data has no secretKey '%s', which secrets.keys.%s asks for." $asked $use) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- with $values.metrics }}
{{- if and .serviceMonitor.enabled .podMonitor.enabled }}
{{- $wrong = append $wrong "metrics.serviceMonitor and metrics.podMonitor would count everything twice: switch one on." }}
{{- end }}
{{- with $values.networkPolicy }}
{{- if and .enabled .ingressController (not .prometheus) (or $values.metrics.serviceMonitor.enabled $values.metrics.podMonitor.enabled) }}
{{- $wrong = append $wrong "networkPolicy.prometheus is empty: Prometheus would be kept out, since networkPolicy.ingressController names who may come in." }}
{{- end }}
{{- end }}
{{- end }}
{{- $names := list }}
{{- range include "kanilint.ownEnv" . | fromYamlArray }}{{- $names = append $names .name }}{{- end }}
{{- range $values.extraEnv }}
{{- if has .name $names }}
{{- $wrong = append $wrong (printf "extraEnv names %s, which is there already: other values of the chart set it, or it is listed twice." .name) }}
{{- end }}
{{- $names = append $names .name }}
{{- end }}
{{- if lt (int (include "kanilint.grace" .)) (int (add $values.drainSeconds 40)) }}
{{- $wrong = append $wrong (printf "terminationGracePeriodSeconds must be at least %d: drainSeconds, and 40 for requests and reviews to end." (int (add $values.drainSeconds 40))) }}
{{- end }}
{{- $limit := include "kanilint.mebibytes" (dig "limits" "memory" "" $values.resources | toString) }}
{{- $heap := include "kanilint.mebibytes" $values.java.heap }}
{{- if and $limit (gt (add (int $heap) 200) (int $limit)) }}
{{- $wrong = append $wrong (printf "java.heap (%s) leaves less than 200 MiB of resources.limits.memory (%s), and the process would be killed." $values.java.heap ($values.resources.limits.memory | toString)) }}
{{- end }}
{{- if $wrong }}
{{- fail (printf "\n\nThese values will not do:\n- %s\n" (join "\n- " $wrong)) }}
{{- end }}
{{- end }}

{{- /* An amount of memory in MiB, as Kubernetes or Java writes it; empty if it is neither. */}}
{{- define "kanilint.mebibytes" -}}
{{- $number := regexFind "^[0-9]+" . | default "0" | int64 }}
{{- $unit := regexReplaceAll "^[0-9]+" . "" }}
{{- if or (eq $unit "Gi") (eq $unit "g") }}{{ mul $number 1024 }}
{{- else if or (eq $unit "Mi") (eq $unit "m") }}{{ $number }}
{{- else if eq $unit "G" }}{{ div (mul $number 1000000000) 1048576 }}
{{- else if eq $unit "M" }}{{ div (mul $number 1000000) 1048576 }}
{{- end }}
{{- end }}
