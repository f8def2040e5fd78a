{{- define "kanilint.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 50 | trimSuffix "-" }}
{{- end }}

{{- /* Short enough for what is hung on it, and for names of 63 letters. */}}
{{- define "kanilint.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" }}
{{- else if contains (include "kanilint.name" .) .Release.Name }}
{{- .Release.Name | trunc 50 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "kanilint.name" .) | trunc 50 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- /* What tells the pods of the service from others; never changes. Takes (list $ component). */}}
{{- define "kanilint.selector" -}}
{{- $ := first . -}}
app.kubernetes.io/name: {{ include "kanilint.name" $ | quote }}
app.kubernetes.io/instance: {{ $.Release.Name | quote }}
app.kubernetes.io/component: {{ last . }}
{{- end }}

{{- /* Labels of every object. Takes (list $ component more-labels…); the chart's own win. */}}
{{- define "kanilint.labels" -}}
{{- $ := first . }}
{{- $labels := deepCopy $.Values.commonLabels }}
{{- range slice . 2 }}{{- $labels = mergeOverwrite $labels (deepCopy .) }}{{- end }}
{{- $own := include "kanilint.selector" (list $ (index . 1)) | fromYaml }}
{{- $_ := set $own "app.kubernetes.io/version" ($.Chart.AppVersion | toString) }}
{{- $_ := set $own "app.kubernetes.io/managed-by" $.Release.Service }}
{{- $_ := set $own "helm.sh/chart" (printf "%s-%s" $.Chart.Name ($.Chart.Version | replace "+" "_")) }}
{{- mergeOverwrite $labels $own | toYaml }}
{{- end }}

{{- define "kanilint.serviceAccount" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "kanilint.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "kanilint.image" -}}
{{- with .Values.image }}
{{- if .digest }}
{{- printf "%s@%s" .repository .digest }}
{{- else }}
{{- printf "%s:%s" .repository (.tag | default $.Chart.AppVersion | toString) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "kanilint.secret" -}}
{{- if .Values.secrets.name }}
{{- .Values.secrets.name }}
{{- else }}
{{- include "kanilint.fullname" . }}
{{- end }}
{{- end }}

{{- define "kanilint.claim" -}}
{{- default (include "kanilint.fullname" .) .Values.persistence.existingClaim }}
{{- end }}

{{- define "kanilint.embedded" -}}
{{- if eq .Values.database.type "embedded" }}yes{{ end }}
{{- end }}

{{- define "kanilint.replicas" -}}
{{- if kindIs "invalid" .Values.replicaCount }}
{{- ternary 1 2 (eq .Values.database.type "embedded") }}
{{- else }}
{{- int .Values.replicaCount }}
{{- end }}
{{- end }}

{{- /* Whether several pods can be there at a time. */}}
{{- define "kanilint.several" -}}
{{- if or .Values.autoscaling.enabled (gt (int (include "kanilint.replicas" .)) 1) }}yes{{ end }}
{{- end }}

{{- define "kanilint.publicUrl" -}}
{{- if .Values.publicUrl }}
{{- .Values.publicUrl | trimSuffix "/" }}
{{- else if and .Values.ingress.enabled .Values.ingress.hosts }}
{{- /* Without certificates here another may have them, or nobody: only the operator knows. */}}
{{- if and .Values.ingress.tls (not (hasPrefix "*" (first .Values.ingress.hosts))) }}
{{- printf "https://%s" (first .Values.ingress.hosts) }}
{{- end }}
{{- else if and .Values.httpRoute.enabled .Values.httpRoute.hostnames }}
{{- if not (hasPrefix "*" (first .Values.httpRoute.hostnames)) }}
{{- printf "https://%s" (first .Values.httpRoute.hostnames) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "kanilint.grace" -}}
{{- .Values.terminationGracePeriodSeconds | default (add .Values.drainSeconds 75) | int }}
{{- end }}
